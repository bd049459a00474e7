package org.planlock.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.planlock.diagnostic.Rule;

class SourceReadingTest {
  @Test
  void acceptsAByteOrderMarkAndAnyLineEnd() {
    byte[] bytes = "\uFEFFa: 1\r\nb: 2\rc: 3\n".getBytes(StandardCharsets.UTF_8);
    assertThat(SourceReading.of("p.yaml", bytes).orThrow().text()).isEqualTo("a: 1\nb: 2\nc: 3\n");
  }

  @Test
  void namesTheByteThatIsNotUtf8() {
    byte[] latin1 = "title: Müller".getBytes(StandardCharsets.ISO_8859_1);
    var found = SourceReading.of("p.yaml", latin1).diagnostics().get(0);
    assertThat(found.rule()).isEqualTo(Rule.NOT_UTF8);
    assertThat(found.message()).isEqualTo("`p.yaml` is not UTF-8 at byte 9");
  }

  @Test
  void refusesSurrogatesThatWereEncodedAlone() {
    byte[] bytes = {'a', ':', ' ', (byte) 0xED, (byte) 0xA0, (byte) 0x80};
    assertThat(SourceReading.of("p.yaml", bytes).diagnostics().get(0).message())
        .isEqualTo("`p.yaml` is not UTF-8 at byte 4");
  }

  @Test
  void refusesTextThatBreaksOffInsideALetter() {
    byte[] bytes = {'a', (byte) 0xC3};
    assertThat(SourceReading.of("p.yaml", bytes).diagnostics())
        .extracting("rule")
        .containsExactly(Rule.NOT_UTF8);
  }

  @Test
  void namesUtf16WithAndWithoutItsMark() {
    for (var charset :
        new java.nio.charset.Charset[] {
          StandardCharsets.UTF_16, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE
        }) {
      assertThat(
              SourceReading.of("p.yaml", "a: 1".getBytes(charset)).diagnostics().get(0).message())
          .isEqualTo("`p.yaml` is UTF-16 text, not UTF-8");
    }
  }

  @Test
  void refusesMoreThanOneMebibyte() {
    assertThat(SourceReading.of("p.yaml", new byte[SourceReading.MOST_BYTES + 1]).diagnostics())
        .extracting("rule")
        .containsExactly(Rule.TOO_LARGE);
    byte[] most = " ".repeat(SourceReading.MOST_BYTES).getBytes(StandardCharsets.UTF_8);
    assertThat(SourceReading.of("p.yaml", most).isSound()).isTrue();
  }
}

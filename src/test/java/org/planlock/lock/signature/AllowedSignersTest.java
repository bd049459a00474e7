package org.planlock.lock.signature;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.lock.Damage;

class AllowedSignersTest {
  private static final String KEY = Keys.key(0).publicKey().text();

  @TempDir Path folder;

  @Test
  void namesPeopleAndWhatTheirKeysAreFor() throws IOException {
    var file = folder.resolve("signers");
    Files.writeString(
        file,
        String.join(
            "\r\n",
            "\uFEFF# who may sign what",
            "",
            Keys.line("ana", 0) + " her laptop",
            "  " + Keys.line("Jürgen.M+lab@ward-3_x\tonly-for=release valid-before=2027-01-01", 1),
            Keys.line("ana valid-after=2026-03-01T09:00:00Z only-for=lock", 2)));
    var signers = AllowedSigners.read(file, "signers").orThrow();
    assertThat(signers.signers())
        .extracting(Signer::name)
        .containsExactly("ana", "Jürgen.M+lab@ward-3_x", "ana");
    assertThat(signers.of(Keys.key(0).publicKey()))
        .contains(Signer.of("ana", Keys.key(0).publicKey()));
    assertThat(signers.of(Keys.key(3).publicKey())).isEmpty();
    var second = signers.signers().get(1);
    assertThat(second.onlyFor()).contains(SigningPurpose.RELEASE);
    assertThat(second.validBefore()).contains(Instant.parse("2027-01-01T00:00:00Z"));
    assertThat(second.validAfter()).isEmpty();
    assertThat(signers.signers().get(2).validAfter())
        .contains(Instant.parse("2026-03-01T09:00:00Z"));
  }

  @Test
  void saysWhyAKeyDoesNotCount() {
    var signer =
        new Signer(
            "ana",
            Keys.key(0).publicKey(),
            Optional.of(Instant.parse("2026-01-01T00:00:00Z")),
            Optional.of(Instant.parse("2027-01-01T00:00:00Z")),
            Optional.of(SigningPurpose.LOCK));
    assertThat(objection(signer, "2025-12-31T23:59:59Z"))
        .contains("counts only from 2026-01-01T00:00:00Z");
    assertThat(objection(signer, "2026-01-01T00:00:00Z")).isEmpty();
    assertThat(objection(signer, "2026-12-31T23:59:59.999Z")).isEmpty();
    assertThat(objection(signer, "2027-01-01T00:00:00Z"))
        .contains("does not count any more from 2027-01-01T00:00:00Z");
    assertThat(signer.objection(SigningPurpose.RELEASE, Instant.parse("2026-06-01T00:00:00Z")))
        .contains("is accepted only for a lock");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ana | signers:1:1 | this line names no key",
        "ana only-for=lock plan-ed25519 | signers:1:1 | this line names no key",
        "ana ssh-ed25519 AAAA | signers:1:5 | `ssh-ed25519` is not a kind of key known here",
        "ana plan-ed25519 AAAA | signers:1:5 | the public key is not an Ed25519 key",
        "ana plan-ed25519 A | signers:1:5 | the public key is not base64",
        "a,b KEY | signers:1:1 | `a,b` cannot be the name of a signer",
        "ana valid-befor=2026-01-01 KEY | signers:1:5 | there is no option `valid-befor`",
        "ana zone=utc KEY | signers:1:5 | there is no option `zone`",
        "ana valid-before=tomorrow KEY | signers:1:5 | `tomorrow` is not a time in UTC, such as 2026-03-01 or 2026-03-01T09:00:00Z",
        "ana valid-before=2026-03-01T09:00:00 KEY | signers:1:5 | `2026-03-01T09:00:00` is not a time in UTC, such as 2026-03-01 or 2026-03-01T09:00:00Z",
        "ana valid-after=2026-01-01 valid-after=2026-01-01 KEY | signers:1:28 | `valid-after` stands twice",
        "ana only-for=lock only-for=lock KEY | signers:1:19 | `only-for` stands twice",
        "ana only-for=notes KEY | signers:1:5 | `notes` is nothing that a key can be for: `lock` or `release`",
        "ana valid-after=2026-01-01 valid-before=2026-01-01 KEY | signers:1:1 | the key of `ana` never counts: it ends before it starts"
      })
  void reportsEveryLineThatIsNone(String line, String place, String message) {
    var checked = Keys.read(line.replace("KEY", KEY));
    assertThat(checked.value()).isEmpty();
    assertThat(checked.diagnostics()).extracting(Diagnostic::message).containsExactly(message);
    assertThat(checked.diagnostics().get(0).span().place()).isEqualTo(place);
  }

  @Test
  void helpsWithAWordThatIsNearlyRight() {
    assertThat(Keys.read("ana valid-befor=2026-01-01 " + KEY).diagnostics().get(0).helps())
        .containsExactly("did you mean `valid-before`?");
  }

  @Test
  void reportsPlacesInCodePointsAndAllLinesAtOnce() {
    var checked =
        Keys.read(
            "# 🧠 é\n"
                + Keys.line("ana", 0)
                + "\nben\n\n"
                + Keys.line("🧠", 1)
                + "\nana\u200B x y");
    assertThat(checked.diagnostics())
        .extracting(d -> d.span().place() + " " + d.rule())
        .containsExactly(
            "signers:3:1 SIGNERS_UNREADABLE",
            "signers:5:1 SIGNERS_UNREADABLE",
            "signers:6:1 SIGNERS_UNREADABLE",
            "signers:6:4 FORBIDDEN_CHARACTER",
            "signers:6:6 KEY_UNUSABLE");
  }

  @Test
  void refusesOneKeyForTwoPeople() {
    var checked = Keys.read(Keys.line("ana", 0) + "\n" + Keys.line("ben", 0));
    assertThat(checked.diagnostics())
        .extracting(Diagnostic::message)
        .containsExactly("the key of `ben` is also that of `ana`");
    assertThat(checked.diagnostics().get(0).span().line()).isEqualTo(2);
  }

  @Test
  void staysShortWhereEverythingIsWrong() {
    assertThat(Keys.read("ana\n".repeat(50_000)).diagnostics()).hasSizeLessThanOrEqualTo(20);
  }

  @Test
  void neverFailsOtherwiseThanByFindings() {
    var text = Keys.line("ana valid-after=2026-01-01 only-for=lock", 0) + " comment\n";
    var bytes = text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    Damage.everyBit(bytes)
        .forEach(
            changed -> {
              var read = AllowedSigners.parse(changed.bytes(), "signers");
              assertThat(read.isSound() || !read.diagnostics().isEmpty())
                  .as(changed.what())
                  .isTrue();
            });
  }

  @Test
  void readsTheSameUnderAnotherLanguage() {
    var before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("tr-TR"));
      assertThat(Keys.signers(Keys.line("ana only-for=lock", 0)).signers().get(0).onlyFor())
          .contains(SigningPurpose.LOCK);
      assertThat(SigningPurpose.valueOf("LOCK").word()).isEqualTo("lock");
    } finally {
      Locale.setDefault(before);
    }
  }

  private static Optional<String> objection(Signer signer, String time) {
    return signer.objection(SigningPurpose.LOCK, Instant.parse(time));
  }
}

package org.planlock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code plan fmt}: lays out in place, or tells what it would. */
class FmtTest {
  private static final String UNTIDY = "plan \"x\" language 1{title \"y\"}   \n\n\n\n// end";
  private static final String TIDY = "plan \"x\" language 1 { title \"y\" }\n\n// end\n";
  private static final String GROOVY = "planlock 1\nplan('x'){ title   'y' }\n";

  @TempDir private Path folder;
  private Desk desk;

  @BeforeEach
  void sitDown() {
    desk = new Desk(folder);
  }

  @Test
  void laysOutWhatIsUntidyAndNamesIt() {
    desk.with("a.plan", UNTIDY).with("b.plan", TIDY).with("c.plan.groovy", GROOVY);
    assertThat(desk.type("fmt", "a.plan", "b.plan", "c.plan.groovy")).isZero();
    assertThat(desk.out()).isEqualTo("laid out a.plan\nlaid out c.plan.groovy\n");
    assertThat(text("a.plan")).isEqualTo(TIDY);
    assertThat(text("b.plan")).isEqualTo(TIDY);
    assertThat(text("c.plan.groovy")).isEqualTo("planlock 1\nplan('x') { title   'y' }\n");
    assertThat(desk.type("fmt", "--check", "a.plan", "b.plan", "c.plan.groovy")).isZero();
    assertThat(desk.out()).isEmpty();
    assertThat(desk.files()).containsExactly("a.plan", "b.plan", "c.plan.groovy");
  }

  @Test
  void checkingWritesNothing() {
    desk.with("a.plan", UNTIDY).with("b.plan", TIDY);
    assertThat(desk.type("fmt", "--check", "a.plan", "b.plan")).isEqualTo(1);
    assertThat(desk.out()).isEqualTo("would lay out a.plan\n");
    assertThat(text("a.plan")).isEqualTo(UNTIDY);
    assertThat(desk.type("fmt", "--check", "--json", "a.plan")).isEqualTo(1);
    assertThat(desk.out()).contains("\"wouldChange\"").contains("\"a.plan\"");
  }

  @Test
  void whatCannotBeReadStaysAsItIsAndTheOthersAreLaidOut() {
    desk.with("bad.plan", "plan {").with("a.plan", UNTIDY);
    assertThat(desk.type("fmt", "bad.plan", "gone.plan", "notes.txt", "a.plan")).isEqualTo(3);
    assertThat(desk.err()).contains("error[S102]").contains("gone.plan").contains("error[S114]");
    assertThat(text("bad.plan")).isEqualTo("plan {");
    assertThat(text("a.plan")).isEqualTo(TIDY);
  }

  @Test
  void endsOfLinesAndMarksOfEncodingAreMadeAlike() {
    desk.with("a.plan", "\uFEFF" + TIDY.replace("\n", "\r\n"));
    assertThat(desk.type("fmt", "a.plan")).isZero();
    assertThat(text("a.plan")).isEqualTo(TIDY);
  }

  @Test
  void layingOutChangesNoDigest() {
    desk.with("a.plan", Desk.SMALL);
    assertThat(desk.type("lock", "a.plan")).isZero();
    desk.with("a.plan", Desk.SMALL.replace(" {", "{").replace("\n", "  \n\n\n"));
    assertThat(desk.type("fmt", "a.plan")).isZero();
    assertThat(desk.type("verify", "small.lock")).as(desk.out()).isZero();
    assertThat(desk.type("fmt")).isEqualTo(2);
  }

  private String text(String name) {
    return new String(desk.bytes(name), StandardCharsets.UTF_8);
  }
}

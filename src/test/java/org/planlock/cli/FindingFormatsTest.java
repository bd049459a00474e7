package org.planlock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.planlock.Planlock;

/** Findings for editors, code scanners and workflows, and on terminals of every kind. */
final class FindingFormatsTest {
  private static final String WRONG = Desk.SMALL.replace("l1_ratio 0.5, 1 ", "l1_ratoi 0.5, 1 ");

  @TempDir private Path folder;
  private Desk desk;

  @BeforeEach
  void sitDown() {
    desk = new Desk(folder).with("small.plan", Desk.SMALL).with("wrong, 100%.plan", WRONG);
  }

  @Test
  void sarifHoldsRuleMessagePlaceAndExitCode() {
    assertThat(desk.type("check", "--format", "sarif", "wrong, 100%.plan")).isEqualTo(3);
    var log = JsonParser.parseString(desk.out()).getAsJsonObject();
    assertThat(log.get("version").getAsString()).isEqualTo("2.1.0");
    var once = log.getAsJsonArray("runs").get(0).getAsJsonObject();
    var driver = once.getAsJsonObject("tool").getAsJsonObject("driver");
    assertThat(driver.get("semanticVersion").getAsString()).isEqualTo(Planlock.VERSION);
    assertThat(exitCode(once)).isEqualTo(3);
    var result = once.getAsJsonArray("results").get(0).getAsJsonObject();
    assertThat(result.get("ruleId").getAsString()).isEqualTo("S113");
    assertThat(result.get("level").getAsString()).isEqualTo("error");
    assertThat(result.getAsJsonObject("message").get("text").getAsString())
        .isEqualTo("`l1_ratoi` says nothing here\nhelp: did you mean `l1_ratio`?");
    var place = place(result);
    assertThat(place.getAsJsonObject("artifactLocation").get("uri").getAsString())
        .isEqualTo("wrong%2C%20100%25.plan");
    assertThat(place.getAsJsonObject("region").toString())
        .isEqualTo("{\"startLine\":5,\"startColumn\":23,\"endLine\":5,\"endColumn\":31}");
    var rule =
        driver.getAsJsonArray("rules").get(result.get("ruleIndex").getAsInt()).getAsJsonObject();
    assertThat(rule.get("id").getAsString()).isEqualTo("S113");
    assertThat(rule.getAsJsonObject("help").get("markdown").getAsString()).startsWith("# S113: ");
  }

  @Test
  void sarifOfASoundPlanHasNoErrors() {
    assertThat(desk.type("check", "--format", "sarif", "small.plan")).isZero();
    var once =
        JsonParser.parseString(desk.out())
            .getAsJsonObject()
            .getAsJsonArray("runs")
            .get(0)
            .getAsJsonObject();
    assertThat(exitCode(once)).isZero();
    assertThat(once.getAsJsonArray("results"))
        .noneMatch(one -> one.getAsJsonObject().get("level").getAsString().equals("error"));
  }

  @Test
  void whatStandsInNoTextIsNamedOnly() {
    assertThat(desk.type("check", "--format", "sarif", "none.plan")).isEqualTo(5);
    assertThat(desk.out())
        .contains("\"logicalLocations\"", "\"fullyQualifiedName\": \"none.plan\"")
        .doesNotContain("physicalLocation");
    assertThat(desk.type("check", "--format", "github", "none.plan")).isEqualTo(5);
    assertThat(desk.out())
        .startsWith("::error title=planlock ")
        .contains("::there is no `none.plan`");
  }

  @Test
  void githubShowsThemBesideTheLine() {
    assertThat(desk.type("check", "--format", "github", "wrong, 100%.plan")).isEqualTo(3);
    assertThat(desk.out())
        .startsWith(
            "::error file=wrong%2C 100%25.plan,line=5,endLine=5,col=23,endColumn=31,"
                + "title=planlock S113::`l1_ratoi` says nothing here%0Ahelp: did you mean"
                + " `l1_ratio`?\n");
    assertThat(desk.out().lines()).allMatch(line -> line.startsWith("::"));
  }

  @Test
  void aChangedPlanIsShownInItsLineByVerify() {
    desk.type("lock", "small.plan");
    desk.with("small.plan", Desk.SMALL.replace("lambda 20", "lambda 21"));
    assertThat(desk.type("verify", "--format", "github", "small.lock")).isEqualTo(1);
    assertThat(desk.out()).contains("::error file=small.plan,line=5,", "title=planlock L301::");
    assertThat(desk.type("verify", "--format", "sarif", "small.lock")).isEqualTo(1);
    assertThat(desk.out()).contains("\"ruleId\": \"L301\"", "\"exitCode\": 1");
  }

  @Test
  void aNarrowTerminalGetsNarrowLines() {
    desk.where("COLUMNS", "60").where("LANG", "de_DE.UTF-8").answering("");
    desk.type("check", "--color", "never", "wrong, 100%.plan");
    assertThat(desk.out().lines())
        .filteredOn(line -> !line.startsWith("  --> ") && !line.contains("fields:"))
        .isNotEmpty()
        .allMatch(line -> line.length() <= 60);
    assertThat(desk.out()).contains("error[S113]: `l1_ratoi` says nothing here");
  }

  @Test
  void aPipeGetsTheSameLinesWhateverTheTerminal() {
    desk.type("check", "wrong, 100%.plan");
    var once = desk.out();
    desk.where("COLUMNS", "40").where("LC_ALL", "C").type("check", "wrong, 100%.plan");
    assertThat(desk.out()).isEqualTo(once);
  }

  @Test
  void aTerminalWithoutUnicodeGetsAscii() {
    desk.with("wrong, 100%.plan", WRONG.replace("A small plan", "Ein kleiner Plan für später …"))
        .where("LC_ALL", "C")
        .where("LANG", "de_DE.UTF-8")
        .answering("");
    desk.type("show", "--color", "never", "small.plan");
    desk.type("check", "--color", "never", "wrong, 100%.plan");
    assertThat(desk.out().chars()).allMatch(letter -> letter < 0x80);
    desk.where("LC_ALL", "").where("LC_CTYPE", "").where("LANG", "");
    desk.type("explain", "P231");
    assertThat(desk.out().chars()).allMatch(letter -> letter < 0x80);
  }

  private static JsonObject place(JsonObject result) {
    return result
        .getAsJsonArray("locations")
        .get(0)
        .getAsJsonObject()
        .getAsJsonObject("physicalLocation");
  }

  private static int exitCode(JsonObject once) {
    return once.getAsJsonArray("invocations").get(0).getAsJsonObject().get("exitCode").getAsInt();
  }
}

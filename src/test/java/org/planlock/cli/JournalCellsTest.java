package org.planlock.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Hundreds of deviations whose reasons try to break out of their cells: three pages with the same
 * rows, which spreadsheets, R and readers take for what they are.
 */
final class JournalCellsTest {
  private static final int LEFT_OUT = 300;
  private static final int ENROLLED = 310;

  /** What people and spreadsheets write, and what neither may be made to do. */
  private static final List<String> REASONS =
      List.of(
          "=cmd|' /C calc'!A0",
          "+1+1",
          "-2+3",
          "@SUM(A1:A9)",
          "\t=HYPERLINK(\"x\")",
          "a | b \\| c",
          "\"quoted\", and a comma",
          "line\nbreak\r\nand another",
          "<script>alert(1)</script> & <b>",
          "![x](http://example.org) [l](u) `code` *bold* _under_ # no title",
          "Schlaf während der Messung – 眠った ★ 😀",
          "e\u0301 combined, \u202eright to left\u202c, zero\u200bwidth",
          "$x^2$ ~strike~ \\(y\\)",
          "'=1+1",
          "--- | --- |",
          "1. a list",
          "a very long reason, ".repeat(190).strip());

  @TempDir Path folder;
  private Desk desk;

  @BeforeEach
  void executeWithoutMost() {
    desk = new Desk(folder);
    desk.with("data/wide.csv", table());
    desk.with("study.plan", Desk.COMPLETE);
    assertThat(desk.type("lock", "study.plan")).as(desk.err()).isZero();
    var declared = new StringBuilder("deviations:\n");
    var words = new ArrayList<>(List.of("execute", "small.lock", "--data", "data"));
    words.addAll(List.of("--out", "run", "--deviations", "deviations.yaml"));
    for (int i = 0; i < LEFT_OUT; i++) {
      var reason = REASONS.get(i % REASONS.size());
      words.addAll(List.of("--exclude", "s" + i, "--because", reason));
      // a file may not hide anything; a command line may try
      declared.append(declaration(i, reason.replaceAll("[\r\\p{Cf}]", "")));
    }
    desk.with("deviations.yaml", declared.toString());
    assertThat(desk.type(words.toArray(String[]::new))).as(desk.err()).isZero();
  }

  @Test
  void everyPageHasTheSameRowsAndNoneBreaksOut() throws Exception {
    var rows = json().getAsJsonArray("rows");
    assertThat(rows).hasSize(LEFT_OUT);
    var markdown = text("run/deviations.md").lines().filter(l -> l.startsWith("| ")).toList();
    assertThat(markdown).hasSize(LEFT_OUT + 2);
    assertThat(markdown).allMatch(line -> line.replaceAll("\\\\.", "").split("\\|").length == 11);
    assertThat(text("run/deviations.md")).doesNotContain("<script>", "\u202e", "\u200b", "![x]");
    var csv = text("run/deviations.csv").split("\r\n");
    assertThat(csv).hasSize(LEFT_OUT + 1);
    assertThat(csv)
        .allMatch(line -> line.replace("\"\"", "").matches("(\"[^\"]*\",){13}\"[^\"]*\""));
    assertThat(csv).noneMatch(line -> line.matches(".*[,\"]\"[\\s]*[=+@-].*"));
    for (int i = 0; i < LEFT_OUT; i++) {
      var why = rows.get(i).getAsJsonObject().get("why").getAsString();
      assertThat(why).doesNotContain("\n", "\r", "\t", "\u202e").endsWith("(unforeseen event)");
      assertThat(csv[i + 1]).contains(why.replace("\"", "\"\""));
    }
    assertThat(text("run/deviations.json")).contains("a very long reason, ".repeat(189));
    assertThat(text("run/methods.md").lines()).hasSize(3);
    opensInR();
  }

  @Test
  void thePagesAreTheSameBytesInEveryPlaceAndLanguage() {
    var locale = Locale.getDefault();
    var zone = TimeZone.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
      assertThat(desk.type("report", "run", "--out", "again")).as(desk.err()).isZero();
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
    }
    for (var page : List.of("deviations.md", "deviations.csv", "deviations.json", "methods.md")) {
      assertThat(desk.bytes("again/" + page)).as(page).isEqualTo(desk.bytes("run/" + page));
    }
  }

  // R's read.csv and jsonlite are the outside programs that must see one table
  private void opensInR() throws Exception {
    var script =
        """
        csv <- read.csv("run/deviations.csv", colClasses = "character", check.names = FALSE,
                        na.strings = character(), encoding = "UTF-8")
        json <- jsonlite::fromJSON("run/deviations.json")$rows
        plain <- function(x) enc2utf8(sub("^'", "", x))
        stopifnot(nrow(csv) == nrow(json), identical(as.integer(csv[["no."]]), json$number))
        named <- sub(" (an exclusion added, dropped or reordered)", "", csv$what, fixed = TRUE)
        stopifnot(identical(named, json$what), all(csv$kind == "V-P2"), all(json$kind == "V-P2"))
        for (name in c("planned", "done", "when", "why", "disclosed", "severity", "code",
                       "path"))
          stopifnot(identical(plain(csv[[name]]), plain(json[[name]])))
        stopifnot(identical(plain(csv[["effect on results"]]), plain(json$effect)),
                  all(csv$type == "deviation"), all(csv[["label lost by"]] == "none"))
        cat(nrow(csv), "rows")
        """;
    Files.writeString(folder.resolve("check.R"), script);
    var probe = "library(jsonlite)";
    boolean isHere = said("-e", probe).code() == 0;
    if (System.getProperty("planlock.peers", "").equals("required")) {
      assertThat(isHere).as(probe).isTrue();
    }
    assumeTrue(isHere, "no R with jsonlite here");
    var ended = said("check.R");
    assertThat(ended.out()).isEqualTo(LEFT_OUT + " rows");
  }

  private record Ended(int code, String out) {}

  private Ended said(String... words) throws Exception {
    var line = new ArrayList<>(List.of(System.getProperty("planlock.rscript", "Rscript")));
    line.addAll(List.of(words));
    var builder = new ProcessBuilder(line).directory(folder.toFile()).redirectErrorStream(true);
    builder.environment().put("LC_ALL", "C.UTF-8");
    try {
      var process = builder.start();
      var out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
      return new Ended(process.exitValue(), out);
    } catch (IOException e) {
      return new Ended(-1, "no R");
    }
  }

  private static String declaration(int participant, String reason) {
    var quoted = new StringBuilder();
    for (int i = 0; i < reason.length(); i++) {
      char c = reason.charAt(i);
      quoted.append(c < ' ' || c == '"' || c == '\\' ? "\\u%04x".formatted((int) c) : "" + c);
    }
    return "  - code: X512\n    participant: s"
        + participant
        + "\n    reason: unforeseen_event\n    because: \""
        + quoted
        + "\"\n    timing: data_exist_blind\n    who: \"O'Neil | =A1\"\n";
  }

  private static String table() {
    var text = new StringBuilder("rid,before,after,age,dose\n");
    for (int i = 0; i < ENROLLED; i++) {
      text.append(
          "s%d,%d,%d,%d,%d\n".formatted(i, 40 + i % 6, 30 + i * 3 % 17, 20 + i % 31, i % 7));
    }
    return text.toString();
  }

  private JsonObject json() {
    return JsonParser.parseString(text("run/deviations.json")).getAsJsonObject();
  }

  private String text(String file) {
    return new String(desk.bytes(file), StandardCharsets.UTF_8);
  }
}

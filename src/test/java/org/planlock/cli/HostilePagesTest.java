package org.planlock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Row 71: what a plan, its data and its declared deviations say breaks out of no page of which
 * readers make HTML. The only such pages are in Markdown.
 */
@Timeout(120)
class HostilePagesTest {
  @TempDir private Path folder;
  private Desk desk;

  @BeforeEach
  void sitDown() {
    desk = new Desk(folder);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script>",
        "x'><img src=x onerror=alert(1)>",
        "</title></p></body>",
        "<!-- hidden",
        "<svg/onload=alert(1)>",
        "&lt;script&gt;alert(1)&lt;/script&gt;",
        "![x](http://localhost/x.png)",
        "[x](javascript:alert(1))",
        "`code` <b>after code</b>"
      })
  void noPageOfAnExecutionIsBrokenOutOf(String hostile) throws IOException {
    execute(hostile);
    assertThat(desk.type("report", "run", "--lock", "small.lock")).as(desk.err()).isZero();
    assertHarmless(desk.out());
    desk.type("compare", "small.lock", "run/trace.jsonl", "--out", "compared");
    desk.type("report", "run", "--lock", "small.lock", "--out", "pages");
    int pages = 0;
    for (var file : desk.files()) {
      if (file.endsWith(".md")) {
        pages++;
        assertHarmless(new String(desk.bytes(file), StandardCharsets.UTF_8));
      }
    }
    assertThat(pages).as("deviations and methods of three commands").isEqualTo(6);
  }

  /** A new kind of page needs its place in this test. */
  @Test
  void noOtherKindOfPageIsWritten() {
    execute("<b>");
    desk.type("compare", "small.lock", "run/trace.jsonl", "--out", "compared");
    desk.type("report", "run", "--lock", "small.lock", "--out", "pages");
    var endings = new TreeSet<String>();
    desk.files().forEach(file -> endings.add(file.substring(file.lastIndexOf('.') + 1)));
    assertThat(Set.of("md", "csv", "json", "jsonl", "lock", "plan", "yaml"))
        .as("of which only Markdown becomes HTML")
        .containsAll(endings);
  }

  /** No source of this program writes HTML itself. */
  @Test
  void noClassWritesHtml() throws IOException {
    try (var sources = Files.walk(Path.of("src/main/java"))) {
      for (var source : sources.filter(file -> file.toString().endsWith(".java")).toList()) {
        assertThat(Files.readString(source))
            .as(source.toString())
            .doesNotContainPattern("(?i)<!doctype|</(html|body|script|div|table)>");
      }
    }
  }

  private void execute(String hostile) {
    var quoted = hostile.replace("\"", "\\\"");
    desk.with("data/wide.csv", table());
    desk.with(
        "study.plan",
        Desk.COMPLETE
            .replace("A small plan", quoted)
            .replace("model m1 {", "model \"" + quoted + "\" {"));
    assertThat(desk.type("lock", "study.plan")).as(desk.err()).isZero();
    desk.with(
        "deviations.yaml",
        "deviations:\n  - {code: X512, participant: s1, reason: unforeseen_event, because: \""
            + quoted
            + "\", timing: data_exist_blind, who: \""
            + quoted
            + "\"}\n");
    var words =
        List.of(
            "execute",
            "small.lock",
            "--data",
            "data",
            "--out",
            "run",
            "--exclude",
            "s1",
            "--because",
            hostile,
            "--deviations",
            "deviations.yaml");
    assertThat(desk.type(words.toArray(String[]::new))).as(desk.out() + desk.err()).isZero();
  }

  /**
   * Neither tags nor references to letters nor links nor pictures are left once what a backslash
   * makes a letter is gone (CommonMark 0.31, sections 2.4, 2.5, 6.3, 6.4 and 6.6).
   */
  private static void assertHarmless(String page) {
    var plain = page.replaceAll("\\\\.", "").replaceAll("&(lt|gt|amp);", "");
    assertThat(plain).doesNotContain("<", ">", "&", "](", "![", "`");
  }

  private static String table() {
    var text = new StringBuilder("rid,before,after,age,dose\n");
    for (int i = 0; i < 30; i++) {
      text.append(
          "s%d,%d,%d,%d,%d\n".formatted(i, 40 + i % 6, 30 + i * 3 % 17, 20 + i % 31, i % 7));
    }
    return text.toString();
  }
}

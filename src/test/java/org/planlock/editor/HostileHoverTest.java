package org.planlock.editor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Row 71 in editors, which make HTML of what is shown about a word. */
class HostileHoverTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script>",
        "x\"><img src=x onerror=alert(1)>",
        "</title><svg onload=alert(1)>",
        "` <b>out of code</b> `",
        "`` ` <b>out of more code</b> ```",
        "![x](http://localhost/x.png)",
        "[x](command:workbench.action.quit)"
      })
  void aTitleStaysInItsCode(String hostile) {
    var yaml = "planlock: 1\nplan: {id: x, tit‸le: '" + hostile + "'}\n";
    var page = Typed.in("x.plan.yaml", yaml).hover();
    assertThat(page).contains(hostile);
    assertThat(withoutCode(page)).doesNotContain("<", "](", "![");
  }

  @Test
  void theDictionaryOfSomebodyElseIsText() throws IOException {
    Files.writeString(folder.resolve("people.csv"), "id,age\n");
    Files.writeString(
        folder.resolve("people.json"),
        """
        {"age": {"Description": "<img src=x onerror=alert(1)> ![x](http://localhost/x.png)",
                 "Units": "</title>", "Levels": {"<script>": "x"}}}
        """);
    var yaml =
        """
        planlock: 1
        plan: {id: x}
        data:
          tables:
            - {name: people, file: people.csv, key: [id], dictionary: people.json}
          columns:
            - {name: a‸ge, table: people, type: number}
        """;
    var page = Typed.in("x.plan.yaml", yaml, Optional.of(folder), Optional.empty()).hover();
    assertThat(page).contains("Dictionary: ");
    assertThat(withoutEscapes(withoutCode(page))).doesNotContain("<", "](", "![");
  }

  /** Spans of code end at as many backticks as they begin with (CommonMark 0.31, section 6.1). */
  private static String withoutCode(String page) {
    return page.replaceAll("(?s)(?<!`)(`+)(?!`)(.*?)(?<!`)\\1(?!`)", "");
  }

  /** A backslash before a sign makes it a letter (CommonMark 0.31, section 2.4). */
  private static String withoutEscapes(String page) {
    return page.replaceAll("\\\\.", "");
  }
}

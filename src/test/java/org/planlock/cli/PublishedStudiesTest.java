package org.planlock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.planlock.plan.PlanBinder;
import org.planlock.plan.coverage.Coverage;
import org.planlock.source.SourceFile;
import org.planlock.syntax.dsl.DslPlanReader;

/** What the texts of two published studies say of their analyses, written as plans. */
class PublishedStudiesTest {
  private static final Path NORBURY = Path.of("examples/norbury-2021");
  private static final Path GO_NO_GO = Path.of("examples/go-nogo");

  @TempDir Path folder;

  @Test
  void norburyIsFreeOfErrorsInBothNotations() throws IOException {
    var desk = new Desk(folder);
    for (var ending : new String[] {".plan", ".plan.yaml"}) {
      var plan = NORBURY.resolve("norbury-2021" + ending).toAbsolutePath();
      assertThat(desk.type("check", plan.toString())).as(desk.err()).isZero();
      assertThat(desk.out() + desk.err()).doesNotContain("error[");
    }
    var plan = NORBURY.resolve("norbury-2021.plan").toAbsolutePath();
    desk.type("show", plan.toString(), "--as", "yaml");
    var twin = NORBURY.resolve("norbury-2021.plan.yaml");
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(twin, desk.out());
    }
    assertThat(desk.out()).isEqualTo(Files.readString(twin));
  }

  @Test
  void everyFieldOfNorburyIsAsReadButForThoseThatItsPageNames() throws IOException {
    var reading = reading();
    var different = new TreeSet<String>();
    for (var one : coverage().fields()) {
      if (!one.status().words().equals(reading.get(one.field().id()))) {
        different.add(one.field().id());
      }
    }
    var named = Pattern.compile("(?m)^- \\*\\*([A-L]\\d)\\*\\* ").matcher(page()).results();
    assertThat(different).containsExactlyElementsOf(named.map(found -> found.group(1)).toList());
  }

  @Test
  void thePageOfNorburyHasEveryFieldAndBothCounts() throws IOException {
    var table = table(reading(), coverage());
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(NORBURY.resolve("README.md"), beforeTheTable() + table);
    }
    assertThat(page()).isEqualTo(beforeTheTable() + table);
  }

  @Test
  void theTwoRemissionsOfTheGoNoGoStudyAreRefused() throws IOException {
    var desk = new Desk(GO_NO_GO.toAbsolutePath());
    assertThat(desk.type("check", "go-nogo.plan")).isEqualTo(3);
    var said = desk.err() + desk.out();
    assertThat(said)
        .contains("error[P262]", "if(hdrs_total at ses-tp3 <= 7", "if(hdrs_total at ses-tp3 < 7");
    assertThat(Files.readString(GO_NO_GO.resolve("README.md")))
        .contains("$ plan check go-nogo.plan\n" + said.stripTrailing() + "\n");
  }

  @Test
  void oneDefinitionOfRemissionIsNotRefused() throws IOException {
    var text = Files.readString(GO_NO_GO.resolve("go-nogo.plan"));
    var desk = new Desk(folder).with("go-nogo.plan", text.replace("< 7 points", "<= 7 points"));
    assertThat(desk.type("check", "go-nogo.plan")).as(desk.err()).isZero();
  }

  private static String table(Map<String, String> reading, Coverage coverage) {
    var lines =
        new StringBuilder("| field | reading | `plan check` | unknown |\n|---|---|---|---|\n");
    for (var one : coverage.fields()) {
      lines.append(
          "| %s %s | %s | %s | %s |\n"
              .formatted(
                  one.field().id(),
                  one.field().title(),
                  reading.get(one.field().id()),
                  one.status().words(),
                  one.missing().isEmpty() ? "" : one.field().ambiguity()));
    }
    var counts =
        reading.values().stream()
            .collect(Collectors.groupingBy(each -> each, Collectors.counting()));
    return lines
        + "\nThe reading: %d stated, %d partly, %d open, %d not applicable.\n"
            .formatted(
                counts.get("stated"),
                counts.get("partly"),
                counts.get("open"),
                counts.get("not applicable"))
        + "`plan check --fields norbury-2021.plan`: "
        + coverage.summary()
        + ".\n";
  }

  private static String beforeTheTable() throws IOException {
    return page().substring(0, page().indexOf("| field |"));
  }

  private static String page() throws IOException {
    return Files.readString(NORBURY.resolve("README.md"), StandardCharsets.UTF_8);
  }

  private static Map<String, String> reading() throws IOException {
    var reading = new LinkedHashMap<String, String>();
    var file = Path.of("src/test/resources/golden/coverage/norbury-2021-reading.txt");
    for (var line : Files.readAllLines(file)) {
      reading.put(line.substring(0, 2), line.substring(3));
    }
    return reading;
  }

  private static Coverage coverage() throws IOException {
    var file = NORBURY.resolve("norbury-2021.plan");
    var source = SourceFile.of(file.getFileName().toString(), Files.readString(file));
    return Coverage.of(new DslPlanReader().read(source).then(PlanBinder::bind).orThrow());
  }
}

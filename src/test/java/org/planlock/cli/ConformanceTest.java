package org.planlock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What {@code plan verify} says of every case of the conformance folder; README.md there. */
class ConformanceTest {
  private static final Path ROOT = Path.of("src/test/resources/conformance");

  private static List<Path> cases() throws IOException {
    try (var all = Files.list(ROOT)) {
      return all.filter(Files::isDirectory).sorted().toList();
    }
  }

  @Test
  void mostCasesMustFail() throws IOException {
    var names = cases().stream().map(folder -> folder.getFileName().toString()).toList();
    long failing = names.stream().filter(name -> name.endsWith("_fail")).count();
    assertThat(names).allMatch(name -> name.endsWith("_ok") || name.endsWith("_fail"));
    System.out.println("conformance: " + names.size() + " cases, " + failing + " must fail");
    assertThat(names).hasSizeGreaterThanOrEqualTo(70);
    assertThat(failing).isGreaterThanOrEqualTo(names.size() * 65L / 100);
  }

  @TestFactory
  List<DynamicTest> everyCaseGetsItsVerdict() throws IOException {
    return cases().stream()
        .map(
            folder -> DynamicTest.dynamicTest(folder.getFileName().toString(), () -> judge(folder)))
        .toList();
  }

  private static void judge(Path folder) throws IOException {
    var expected =
        JsonParser.parseString(Files.readString(folder.resolve("case.json"))).getAsJsonObject();
    var words = new ArrayList<>(List.of("verify"));
    expected.getAsJsonArray("verify").forEach(word -> words.add(word.getAsString()));
    var desk = new Desk(folder).at(ConformanceWorld.NOW);
    int exit = desk.type(words.toArray(String[]::new));
    var said = desk.out() + desk.err();
    assertThat(exit).as(said).isEqualTo(expected.get("exit").getAsInt());
    assertThat(exit == 0).isEqualTo(folder.getFileName().toString().endsWith("_ok"));
    finding(expected).ifPresent(code -> assertThat(said).contains("[" + code + "]"));
    assertThat(said).doesNotContain("Exception", "internal error", "\tat ");
  }

  private static Optional<String> finding(JsonObject expected) {
    return Optional.ofNullable(expected.get("finding")).map(code -> code.getAsString());
  }
}

package org.planlock.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.planlock.cli.Desk;
import org.planlock.lock.Sha256;

/** Every case of the conformance folder: the right verdict, exit code and findings. */
class ConformanceTest {
  static final Path FOLDER = Path.of("src/test/resources/conformance");

  private static final String NOW = "2026-12-24T12:00:00Z";
  private static final int CASES_AT_LEAST = 70;
  private static final int PERCENT_REFUSED = 65;
  private static final int LARGEST = 1_500_000;
  private static final Pattern FINDING = Pattern.compile("(error|warning|note)\\[([A-Z]\\d{3})\\]");

  @Test
  void everyCaseIsJudgedAsItMustBe() throws IOException {
    var cases = cases(FOLDER);
    assertThat(cases).extracting(Case::name).containsExactlyElementsOf(names());
    judged(FOLDER, cases);
  }

  @Test
  @Tag("thorough")
  void casesThatAreMadeAnewAreJudgedAlike(@TempDir Path anew) throws IOException {
    CaseMaker.main(new String[] {anew.toString()});
    judged(anew, cases(anew));
  }

  @Test
  void thereAreManyAndMostMustFail() throws IOException {
    var cases = cases(FOLDER);
    long refused = cases.stream().filter(one -> !one.isOk()).count();
    System.out.printf(
        "conformance: %d cases, %d must be accepted, %d must not (%d %%)%n",
        cases.size(), cases.size() - refused, refused, 100 * refused / cases.size());
    assertThat(cases).hasSizeGreaterThanOrEqualTo(CASES_AT_LEAST);
    assertThat(100 * refused / cases.size()).isGreaterThanOrEqualTo(PERCENT_REFUSED);
    assertThat(size(FOLDER)).isLessThan(LARGEST);
  }

  private static List<String> names() {
    return new ArrayList<>(new TreeSet<>(CaseCollection.all().names()));
  }

  private static List<Case> cases(Path root) throws IOException {
    var cases = new ArrayList<Case>();
    try (var folders = Files.list(root)) {
      for (var folder : folders.filter(Files::isDirectory).sorted().toList()) {
        cases.add(Case.read(folder));
      }
    }
    return cases;
  }

  private static void judged(Path root, List<Case> cases) throws IOException {
    var wrong = new TreeMap<String, String>();
    for (var one : cases) {
      var before = digests(root.resolve(one.name()));
      var desk = new Desk(root.resolve(one.name())).at(NOW);
      int exit = desk.type(one.arguments().toArray(String[]::new));
      var said = desk.out() + desk.err();
      var found = FINDING.matcher(said).results().map(m -> m.group(2)).distinct().sorted().toList();
      if (exit != one.exit() || !found.equals(one.findings()) || said.contains("Exception")) {
        wrong.put(
            one.name(),
            exit + " " + found + ", wanted " + one.exit() + " " + one.findings() + "\n" + said);
      }
      assertThat(digests(root.resolve(one.name()))).as(one.name()).isEqualTo(before);
    }
    assertThat(wrong).isEmpty();
  }

  /** Whoever verifies changes nothing. */
  private static List<String> digests(Path folder) throws IOException {
    var digests = new ArrayList<String>();
    try (var files = Files.walk(folder)) {
      for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
        digests.add(folder.relativize(file) + " " + Sha256.of(Files.readAllBytes(file)));
      }
    }
    return digests;
  }

  private static long size(Path root) throws IOException {
    try (var files = Files.walk(root)) {
      return files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
    }
  }
}

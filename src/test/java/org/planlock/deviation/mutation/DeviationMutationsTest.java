package org.planlock.deviation.mutation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.planlock.deviation.FieldCheck;

/**
 * Analyses that differ from their plan in one place: the report must name the field of that place,
 * and nothing else.
 */
final class DeviationMutationsTest {
  private static final List<String> PLANS =
      List.of("lines", "groups", "wide", "visits", "classes", "trial");

  /** The largest plans, of which traces and plans are edited too; the tag thorough takes all. */
  private static final Set<String> EDITED = Set.of("visits", "trial");

  /** Much like another one, so that it is left to the tag thorough. */
  private static final String LIKE_ANOTHER = "groups";

  private static final Path PAGE = Path.of("src/docs/mutants.md");
  private static final String HEAD =
      """
      # Mutants: what the detectors find

      Each row counts analyses that differ from their plan in one place and in nothing else, made by rule from the plans in
      `src/test/resources/mutation`. A finding is right if it names the field that was changed; what follows from the change
      (numbers of people, folds, realised penalties) is listed under it and not counted. Planned values are read from the lock
      alone. `DeviationMutationsTest` makes all of them anew and holds this page and the sentence in the README against them;
      the tag `thorough` tries every value of every part instead of one.
      """;

  /** Fields that a detector tells of and that no mutant touches. */
  private static final Set<FieldCheck> UNTOUCHED = Set.of();

  /** What R and Python did, once for all tests; the registered analysis is the first. */
  private static final Map<PeerRuns, List<Mutant>> PEERS = new ConcurrentHashMap<>();

  @TempDir private static Path folder;

  static List<String> plans() {
    return PLANS;
  }

  @ParameterizedTest
  @MethodSource("plans")
  void anAnalysisThatKeepsToItsPlanHasNoDeviationAndNoGap(String name) {
    var study = MutatedStudy.of(name);
    assertThat(Mutant.found(study.evidence(study.trace()))).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void soHasOneInRAndOneInPython(PeerRuns peer) throws IOException {
    assumeTrue(peer.isHere(folder), "no program for the mutants in " + peer);
    assertThat(of(peer).get(0).found()).isEmpty();
  }

  @Test
  void exactlyTheChangedFieldIsNamed() throws IOException {
    var all = new ArrayList<Mutant>();
    PLANS.stream()
        .filter(name -> !name.equals(LIKE_ANOTHER))
        .forEach(name -> all.addAll(mutants(name, false).toList()));
    var here = Stream.of(PeerRuns.values()).filter(peer -> peer.isHere(folder)).toList();
    for (var peer : here) {
      all.addAll(of(peer).subList(1, of(peer).size()));
    }
    var board = new Scoreboard(all);
    assertThat(board.unnamed()).isEmpty();
    assertThat(board.untouched()).isEqualTo(UNTOUCHED);
    assertThat(board.mutants()).hasSizeGreaterThanOrEqualTo(300);
    assertThat(board.precision()).isEqualTo(1);
    assertThat(board.recall()).isEqualTo(1);
    assumeTrue(
        here.size() == PeerRuns.values().length,
        "the figure counts what R and Python did, and one of them is not here");
    assertThat(board.real() * 2).isGreaterThanOrEqualTo(board.mutants().size());
    var page = board.page(HEAD);
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(PAGE, page);
    }
    assertThat(Files.readString(PAGE)).isEqualTo(page);
    assertThat(Files.readString(Path.of("README.md")).replaceAll("\\s+", " "))
        .contains(board.sentence());
  }

  @Tag("thorough")
  @ParameterizedTest
  @MethodSource("plans")
  void exactlyTheChangedFieldIsNamedForEveryValue(String name) {
    var board = new Scoreboard(mutants(name, true).toList());
    assertThat(board.unnamed()).isEmpty();
    assertThat(board.mutants()).hasSizeGreaterThan(100);
  }

  private static List<Mutant> of(PeerRuns peer) throws IOException {
    var known = PEERS.get(peer);
    if (known != null) {
      return known;
    }
    var made = peer.mutants(Files.createTempDirectory(folder, "peer"));
    PEERS.put(peer, made);
    return made;
  }

  private static Stream<Mutant> mutants(String name, boolean every) {
    var study = MutatedStudy.of(name);
    var found =
        Stream.concat(
            new Executions(study, every).mutants(), new People(study, every ? 99 : 3).mutants());
    return every || EDITED.contains(name)
        ? Stream.of(
                found,
                new EditedTraces(study, every).mutants(),
                new EditedPlans(study, every).mutants())
            .flatMap(some -> some)
        : found;
  }
}

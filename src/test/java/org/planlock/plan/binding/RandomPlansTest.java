package org.planlock.plan.binding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.planlock.source.SourceFile;
import org.planlock.syntax.notation.PlanNotation;

/** Plans at random are the same plans in every notation. */
class RandomPlansTest {
  private static final int PLANS = 10_000;
  private static final int FEWEST_OF_A_KEY = 10;
  private static final int THREADS = 2;

  @Test
  void areEqualAndHaveOneDigestInEveryNotation(TestReporter reporter)
      throws IOException, InterruptedException, ExecutionException {
    var seen = new KeysSeen();
    var differing = new AtomicInteger(PLANS);
    var threads = Executors.newFixedThreadPool(THREADS);
    try {
      var parts =
          threads.invokeAll(
              IntStream.range(0, THREADS).mapToObj(first -> part(first, differing)).toList());
      for (var part : parts) {
        seen.addAll(part.get());
      }
    } finally {
      threads.shutdownNow();
    }
    if (differing.get() < PLANS) {
      assertThat(smallest(differing.get())).isEmpty();
    }
    reporter.publishEntry(
        "random plans",
        PLANS
            + " plans, "
            + seen.times().values().stream().mapToInt(Integer::intValue).sum()
            + " keys; rarest "
            + seen.rarest());
    assertThat(seen.rarerThan(FEWEST_OF_A_KEY)).isEmpty();
  }

  /** Every second seed, as far as none before it differs. */
  private static Callable<KeysSeen> part(int first, AtomicInteger differing) {
    return () -> {
      var seen = new KeysSeen();
      for (int seed = first; seed < differing.get(); seed += THREADS) {
        if (ThreeNotations.difference(RandomPlans.tree(seed, seen)).isPresent()) {
          differing.accumulateAndGet(seed, StrictMath::min);
        }
      }
      return seen;
    };
  }

  private static String smallest(int seed) {
    var tree = RandomPlans.tree(seed, new KeysSeen());
    var difference = ThreeNotations.difference(tree);
    var small = Smallest.of(tree, other -> ThreeNotations.difference(other).equals(difference));
    var words = difference.orElse("");
    return "the plan of seed " + seed + ": " + words + "\n" + ThreeNotations.text(small, words);
  }

  @Test
  void whatDiffersIsShownByTheSmallestTextThatDoes() {
    var text =
        """
        planlock: 1
        plan: {id: a, title: one two, siblings: [b, c]}
        models:
          - {name: m1, outcome: y}
          - {name: m2, outcome: a bad word, terms: [age, sex]}
        """;
    var tree = PlanNotation.YAML.reader().read(SourceFile.of("a.yaml", text)).orThrow();
    var small = Smallest.of(tree, other -> other.toString().contains("bad"));
    assertThat(ThreeNotations.text(small, "YAML differs"))
        .isEqualTo("models:\n  - {outcome: bad}\n");
    assertThat(ThreeNotations.difference(small)).hasValueSatisfying(says("is no plan"));
  }

  @Test
  void aNotationThatLosesAValueIsFound() {
    var text = "planlock: 1\nplan: {id: a, colour: red}\n";
    var tree = PlanNotation.YAML.reader().read(SourceFile.of("a.yaml", text)).orThrow();
    assertThat(ThreeNotations.difference(tree)).hasValueSatisfying(says("`colour` is not a key"));
  }

  private static Consumer<String> says(String words) {
    return difference -> assertThat(difference).contains(words);
  }
}

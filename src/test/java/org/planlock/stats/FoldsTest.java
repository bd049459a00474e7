package org.planlock.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import org.junit.jupiter.api.Test;

class FoldsTest {
  private static final byte[] SEED = {1, 2, 3};

  /** Python: struct.unpack('>i', ...) of hashlib.sha256(lengths, seed, name, counter). */
  @Test
  void drawsWhatPythonsHashlibDraws() {
    var numbers = new Sha256Counter(SEED, "folds/0");
    assertThat(new int[] {next(numbers), next(numbers), next(numbers)})
        .containsExactly(-596831699, 69943356, 1924852165);
    for (int i = 3; i < 8; i++) {
      next(numbers);
    }
    assertThat(new int[] {next(numbers), next(numbers)}).containsExactly(864238518, 122995570);
  }

  /** The same draws through Fisher-Yates and dealing, in Python. */
  @Test
  void dealsTheFoldsThatPythonDeals() {
    assertThat(new Sha256Counter(SEED, "folds/0").permutation(10))
        .containsExactly(1, 9, 8, 3, 2, 6, 4, 5, 0, 7);
    assertThat(Folds.kFold(10, 3, new Sha256Counter(SEED, "folds/0")).toArray())
        .containsExactly(2, 0, 1, 0, 0, 1, 2, 0, 2, 1);
  }

  @Test
  void keepsStreamsApart() {
    assertThat(next(new Sha256Counter(SEED, "a"))).isNotEqualTo(next(new Sha256Counter(SEED, "b")));
    assertThat(next(new Sha256Counter(new byte[] {'a'}, "")))
        .isNotEqualTo(next(new Sha256Counter(new byte[0], "a")));
  }

  @Test
  void drawsEveryNumberBelowTheBoundAboutEquallyOften() {
    var numbers = new Sha256Counter(SEED, "bound");
    var counts = new int[7];
    for (int i = 0; i < 7000; i++) {
      counts[numbers.nextInt(7)]++;
    }
    assertThat(Arrays.stream(counts).boxed()).allMatch(count -> count > 880 && count < 1120);
    double mean = 0;
    for (int i = 0; i < 1000; i++) {
      double drawn = numbers.nextDouble();
      assertThat(drawn).isBetween(0.0, Math.nextDown(1.0));
      mean += drawn / 1000;
    }
    assertThat(mean).isBetween(0.46, 0.54);
  }

  @Test
  void leavesEachRowOutOnce() {
    var folds = Folds.leaveOneOut(4);
    assertThat(folds.count()).isEqualTo(4);
    assertThat(folds.rowsIn(2)).containsExactly(2);
    assertThat(folds.rowsOutside(2)).containsExactly(0, 1, 3);
  }

  @Test
  void makesFoldsOfAlmostEqualSize() {
    var folds = Folds.kFold(23, 5, new Sha256Counter(SEED, "sizes"));
    for (int fold = 0; fold < 5; fold++) {
      assertThat(folds.rowsIn(fold).length).isBetween(4, 5);
    }
  }

  @Test
  void keepsGroupsTogetherWhateverTheRowOrder() {
    var groups = List.of("s3", "s1", "s2", "s1", "s4", "s3");
    var folds = Folds.grouped(groups, 2, new Sha256Counter(SEED, "g"));
    var reversed = List.of("s3", "s4", "s1", "s2", "s1", "s3");
    var again = Folds.grouped(reversed, 2, new Sha256Counter(SEED, "g"));
    var byName = new HashMap<String, Integer>();
    for (int i = 0; i < groups.size(); i++) {
      int fold = folds.foldOf(i);
      assertThat(byName.computeIfAbsent(groups.get(i), g -> fold)).isEqualTo(fold);
    }
    for (int i = 0; i < reversed.size(); i++) {
      assertThat(again.foldOf(i)).isEqualTo(byName.get(reversed.get(i)));
    }
  }

  @Test
  void numbersGivenGroupsByFirstAppearance() {
    assertThat(Folds.given(List.of("b", "a", "b", "c")).toArray()).containsExactly(0, 1, 0, 2);
  }

  @Test
  void repeatsWithAStreamOfItsOwnEachTime() {
    var repeats = Folds.repeatedKFold(10, 3, 3, SEED, "folds");
    assertThat(repeats.get(0)).isEqualTo(Folds.kFold(10, 3, new Sha256Counter(SEED, "folds/0")));
    assertThat(repeats).doesNotHaveDuplicates().hasSize(3);
  }

  @Test
  void refusesFoldsThatLeaveNothing() {
    assertThatIllegalArgumentException().isThrownBy(() -> Folds.leaveOneOut(1));
    assertThatIllegalArgumentException().isThrownBy(() -> FoldAssignment.of(0, 2, 2));
    assertThatIllegalArgumentException().isThrownBy(() -> FoldAssignment.of(0, -1, 1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Folds.kFold(3, 4, new Sha256Counter(SEED, "x")));
    assertThatIllegalArgumentException().isThrownBy(() -> Folds.given(List.of("a", "a")));
    assertThat(Arrays.stream(Folds.kFold(4, 4, new Sha256Counter(SEED, "x")).toArray()).distinct())
        .hasSize(4);
  }

  private static int next(Sha256Counter numbers) {
    return numbers.nextInt();
  }
}

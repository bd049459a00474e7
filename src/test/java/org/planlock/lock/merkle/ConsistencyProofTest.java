package org.planlock.lock.merkle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongToIntFunction;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Every proof between trees of up to forty leaves, and every way to bend it. */
class ConsistencyProofTest {
  @Test
  void acceptsThePublishedProofs() {
    assertThat(KnownTree.CONSISTENCIES)
        .allMatch(p -> p.holds(KnownTree.head(p.first()), KnownTree.head(p.second())));
  }

  @Test
  void holdsBetweenAllSizes() {
    eachProof(
        Counted.LARGEST,
        (proof, earlier, later) -> assertThat(proof.holds(earlier, later)).isTrue());
  }

  @Test
  void refusesFlippedBitsOfThePath() {
    refusesFlippedBits(ConsistencyProofTest::stepFor);
  }

  @Test
  @Tag("thorough")
  void refusesEveryFlippedBitOfEveryPath() {
    refusesFlippedBits(size -> 1);
  }

  private static void refusesFlippedBits(LongToIntFunction step) {
    eachProof(
        Counted.LARGEST,
        (proof, earlier, later) ->
            assertThat(Counted.withOneBitFlipped(proof.path(), step.applyAsInt(proof.second())))
                .noneMatch(
                    path ->
                        new ConsistencyProof(proof.first(), proof.second(), path)
                            .holds(earlier, later)));
  }

  @Test
  void refusesEveryPathOfAnotherShape() {
    eachProof(
        Counted.LARGEST,
        (proof, earlier, later) ->
            assertThat(Counted.ofAnotherShape(proof.path()))
                .noneMatch(
                    path ->
                        new ConsistencyProof(proof.first(), proof.second(), path)
                            .holds(earlier, later)));
  }

  @Test
  void refusesEveryFlippedBitOfTheSizes() {
    eachProof(
        Counted.LARGEST,
        (proof, earlier, later) -> {
          for (int bit = 0; bit < Long.SIZE; bit++) {
            long first = proof.first() ^ (1L << bit);
            long second = proof.second() ^ (1L << bit);
            assertThat(
                    new ConsistencyProof(first, proof.second(), proof.path()).holds(earlier, later))
                .isFalse();
            assertThat(
                    new ConsistencyProof(proof.first(), second, proof.path()).holds(earlier, later))
                .isFalse();
            assertThat(proof.holds(new TreeHead(first, earlier.root()), later)).isFalse();
            assertThat(proof.holds(earlier, new TreeHead(second, later.root()))).isFalse();
          }
        });
  }

  @Test
  void refusesEveryFlippedBitOfTheRoots() {
    eachProof(
        Counted.EVERY_BIT,
        (proof, earlier, later) -> {
          for (int bit = 0; bit < 256; bit++) {
            var before = new TreeHead(earlier.size(), Counted.flipped(earlier.root(), bit));
            var after = new TreeHead(later.size(), Counted.flipped(later.root(), bit));
            assertThat(proof.holds(before, later)).isFalse();
            // what the empty tree grew into is anything that has leaves
            boolean isAnything = proof.first() == 0 && proof.second() > 0;
            assertThat(proof.holds(earlier, after)).isEqualTo(isAnything);
          }
        });
  }

  @Test
  void refusesATreeOfWhichALeafWasRewritten() {
    var leaves = new ArrayList<byte[]>();
    for (int i = 0; i < 20; i++) {
      leaves.add(Counted.leaf(i));
    }
    leaves.set(6, new byte[] {99});
    var rewritten = MerkleTree.of(leaves);
    for (int first = 7; first <= 20; first++) {
      var earlier = Counted.TREE.head(first);
      assertThat(rewritten.consistency(first).holds(earlier, rewritten.head())).isFalse();
      assertThat(Counted.TREE.consistency(first, 20).holds(earlier, rewritten.head())).isFalse();
    }
    assertThat(rewritten.consistency(6).holds(Counted.TREE.head(6), rewritten.head())).isTrue();
  }

  @Test
  void refusesATreeThatBecameSmaller() {
    for (int first = 1; first <= 20; first++) {
      for (int second = 0; second < first; second++) {
        var forwards = Counted.TREE.consistency(/* first= */ second, /* second= */ first);
        var earlier = Counted.TREE.head(first);
        var later = Counted.TREE.head(second);
        assertThat(forwards.holds(earlier, later)).isFalse();
        assertThat(new ConsistencyProof(first, second, forwards.path()).holds(earlier, later))
            .isFalse();
      }
    }
  }

  @Test
  void refusesWhatCannotBeAProof() {
    var one = KnownTree.head(1);
    var root = one.root();
    assertThat(new ConsistencyProof(0, 0, List.of()).holds(new TreeHead(0, root), one)).isFalse();
    assertThat(new ConsistencyProof(0, 0, List.of()).holds(TreeHead.empty(), new TreeHead(0, root)))
        .isFalse();
    assertThat(new ConsistencyProof(0, 1, List.of()).holds(new TreeHead(0, root), one)).isFalse();
    assertThat(new ConsistencyProof(0, 1, List.of(root)).holds(TreeHead.empty(), one)).isFalse();
    assertThat(new ConsistencyProof(1, 1, List.of(root)).holds(one, one)).isFalse();
    assertThat(new ConsistencyProof(-1, 1, List.of(root)).holds(new TreeHead(-1, root), one))
        .isFalse();
    assertThat(new ConsistencyProof(1, 2, List.of()).holds(one, new TreeHead(2, root))).isFalse();
    assertThat(new ConsistencyProof(3, 5, List.of()).holds(KnownTree.head(3), KnownTree.head(5)))
        .isFalse();
    var endless = new TreeHead(Long.MAX_VALUE, root);
    assertThat(new ConsistencyProof(1, Long.MAX_VALUE, List.of(root)).holds(one, endless))
        .isFalse();
  }

  private static int stepFor(long size) {
    return size <= Counted.EVERY_BIT ? 1 : 29;
  }

  private static void eachProof(int largest, Claim claim) {
    for (int second = 0; second <= largest; second++) {
      for (int first = 0; first <= second; first++) {
        var proof = Counted.TREE.consistency(first, second);
        claim.check(proof, Counted.TREE.head(first), Counted.TREE.head(second));
      }
    }
  }

  private interface Claim {
    void check(ConsistencyProof proof, TreeHead earlier, TreeHead later);
  }
}

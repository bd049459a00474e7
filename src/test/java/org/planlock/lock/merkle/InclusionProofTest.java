package org.planlock.lock.merkle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.LongToIntFunction;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Every proof of every tree of up to forty leaves, and every way to bend it. */
class InclusionProofTest {
  @Test
  void acceptsThePublishedProofs() {
    assertThat(KnownTree.INCLUSIONS)
        .allMatch(p -> p.holds(KnownTree.LEAVES.get((int) p.index()), KnownTree.head(p.size())));
  }

  @Test
  void holdsForEveryLeafOfEverySize() {
    eachProof((proof, leaf, head) -> assertThat(proof.holds(leaf, head)).isTrue());
  }

  @Test
  void refusesFlippedBitsOfThePath() {
    refusesFlippedBits(InclusionProofTest::stepFor);
  }

  @Test
  @Tag("thorough")
  void refusesEveryFlippedBitOfEveryPath() {
    refusesFlippedBits(size -> 1);
  }

  private static void refusesFlippedBits(LongToIntFunction step) {
    eachProof(
        (proof, leaf, head) ->
            assertThat(Counted.withOneBitFlipped(proof.path(), step.applyAsInt(proof.size())))
                .noneMatch(
                    path ->
                        new InclusionProof(proof.index(), proof.size(), path).holds(leaf, head)));
  }

  @Test
  void refusesEveryPathOfAnotherShape() {
    eachProof(
        (proof, leaf, head) ->
            assertThat(Counted.ofAnotherShape(proof.path()))
                .noneMatch(
                    path ->
                        new InclusionProof(proof.index(), proof.size(), path).holds(leaf, head)));
  }

  @Test
  void refusesEveryFlippedBitOfTheLeaf() {
    eachProof(
        (proof, leaf, head) -> {
          for (int bit = 0; bit < 8; bit++) {
            var other = new byte[] {(byte) (leaf[0] ^ (1 << bit))};
            assertThat(proof.holds(other, head)).isFalse();
          }
          assertThat(proof.holds(new byte[0], head)).isFalse();
          assertThat(proof.holds(new byte[] {leaf[0], 0}, head)).isFalse();
        });
  }

  @Test
  void refusesEveryFlippedBitOfTheIndex() {
    eachProof(
        (proof, leaf, head) -> {
          for (int bit = 0; bit < Long.SIZE; bit++) {
            long other = proof.index() ^ (1L << bit);
            assertThat(new InclusionProof(other, proof.size(), proof.path()).holds(leaf, head))
                .isFalse();
          }
        });
  }

  @Test
  void refusesEveryFlippedBitOfTheSize() {
    eachProof(
        (proof, leaf, head) -> {
          for (int bit = 0; bit < Long.SIZE; bit++) {
            long other = proof.size() ^ (1L << bit);
            assertThat(new InclusionProof(proof.index(), other, proof.path()).holds(leaf, head))
                .isFalse();
            assertThat(proof.holds(leaf, new TreeHead(other, head.root()))).isFalse();
          }
        });
  }

  @Test
  void refusesEveryFlippedBitOfTheRoot() {
    eachProof(
        (proof, leaf, head) -> {
          for (int bit = 0; bit < 256; bit += stepFor(proof.size())) {
            var other = new TreeHead(head.size(), Counted.flipped(head.root(), bit));
            assertThat(proof.holds(leaf, other)).isFalse();
          }
        });
  }

  @Test
  void refusesTheProofOfAnyOtherLeaf() {
    eachProof(
        (proof, leaf, head) -> {
          for (int other = 0; other < Counted.LARGEST; other++) {
            assertThat(proof.holds(Counted.leaf(other), head)).isEqualTo(other == proof.index());
          }
        });
  }

  @Test
  void takesTheSizeFromWhoeverVouchesForTheRoot() {
    // the proof for leaf 0 of 3 leads to the root of 3 leaves also if 4 are claimed: RFC 9162 does
    // not put the size under the root, which is why size and root make one head
    var proof = Counted.TREE.inclusion(0, 3);
    var forged = new InclusionProof(0, 4, proof.path());
    assertThat(forged.holds(Counted.leaf(0), Counted.TREE.head(3))).isFalse();
    assertThat(forged.holds(Counted.leaf(0), Counted.TREE.head(4))).isFalse();
    assertThat(forged.holds(Counted.leaf(0), new TreeHead(4, Counted.TREE.head(3).root())))
        .isTrue();
  }

  @Test
  void refusesWhatCannotBeAProof() {
    var leaf = new byte[0];
    assertThat(new InclusionProof(0, 0, List.of()).holds(leaf, TreeHead.empty())).isFalse();
    assertThat(new InclusionProof(-1, 1, List.of()).holds(leaf, KnownTree.head(1))).isFalse();
    assertThat(new InclusionProof(1, 1, List.of()).holds(leaf, KnownTree.head(1))).isFalse();
    var endless = new TreeHead(Long.MAX_VALUE, KnownTree.ROOTS.get(1));
    assertThat(new InclusionProof(0, Long.MAX_VALUE, List.of()).holds(leaf, endless)).isFalse();
    assertThat(
            new InclusionProof(Long.MAX_VALUE - 1, Long.MAX_VALUE, KnownTree.ROOTS)
                .holds(leaf, endless))
        .isFalse();
  }

  private static int stepFor(long size) {
    return size <= Counted.EVERY_BIT ? 1 : 29;
  }

  private static void eachProof(Claim claim) {
    for (int size = 1; size <= Counted.LARGEST; size++) {
      for (int index = 0; index < size; index++) {
        var proof = Counted.TREE.inclusion(index, size);
        claim.check(proof, Counted.leaf(index), Counted.TREE.head(size));
      }
    }
  }

  private interface Claim {
    void check(InclusionProof proof, byte[] leaf, TreeHead head);
  }
}

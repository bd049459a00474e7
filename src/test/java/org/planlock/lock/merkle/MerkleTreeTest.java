package org.planlock.lock.merkle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.planlock.lock.Sha256;

class MerkleTreeTest {
  private static final MerkleTree KNOWN = MerkleTree.of(KnownTree.LEAVES);

  @Test
  void hasThePublishedRootsOfEveryBeginning() {
    for (int size = 0; size <= 8; size++) {
      assertThat(KNOWN.head(size)).isEqualTo(KnownTree.head(size));
      assertThat(MerkleTree.of(KnownTree.LEAVES.subList(0, size)).head())
          .isEqualTo(KnownTree.head(size));
    }
  }

  @Test
  void givesThePublishedProofs() {
    assertThat(KnownTree.INCLUSIONS)
        .allSatisfy(
            proof ->
                assertThat(KNOWN.inclusion((int) proof.index(), (int) proof.size()))
                    .isEqualTo(proof));
    assertThat(KnownTree.CONSISTENCIES)
        .allSatisfy(
            proof ->
                assertThat(KNOWN.consistency((int) proof.first(), (int) proof.second()))
                    .isEqualTo(proof));
  }

  @Test
  void hasTheRootThatTheStandardDefines() {
    for (int size = 0; size <= Counted.LARGEST; size++) {
      assertThat(Counted.TREE.head(size)).isEqualTo(new TreeHead(size, Counted.defined(0, size)));
    }
  }

  @Test
  void isTheSameTreeFromLeavesAndFromTheirHashes() {
    var hashes = KnownTree.LEAVES.stream().map(MerkleHash::ofLeaf).toList();
    assertThat(MerkleTree.ofHashes(hashes).head()).isEqualTo(KNOWN.head());
    assertThat(MerkleTree.ofHashes(hashes).inclusion(4)).isEqualTo(KNOWN.inclusion(4));
  }

  @Test
  void growsByOneLeafAtATimeToTheSameRoots() {
    var frontier = MerkleFrontier.empty();
    for (int size = 0; size < Counted.LARGEST; size++) {
      assertThat(frontier.head()).isEqualTo(Counted.TREE.head(size));
      frontier = frontier.append(Counted.leaf(size));
    }
    assertThat(frontier.head()).isEqualTo(Counted.TREE.head());
    assertThat(frontier.subtrees()).hasSize(Integer.bitCount(Counted.LARGEST));
  }

  @Test
  void growsToThePublishedRoots() {
    var frontier = MerkleFrontier.empty();
    for (var leaf : KnownTree.LEAVES) {
      frontier = frontier.append(leaf);
      assertThat(frontier.head()).isEqualTo(KnownTree.head(frontier.size()));
    }
  }

  @Test
  void keepsNodesApartFromLeaves() {
    var left = MerkleHash.ofLeaf(new byte[] {1});
    var right = MerkleHash.ofLeaf(new byte[] {2});
    var both = new byte[64];
    System.arraycopy(left.bytes(), 0, both, 0, 32);
    System.arraycopy(right.bytes(), 0, both, 32, 32);
    assertThat(MerkleTree.of(List.of(new byte[] {1}, new byte[] {2})).head().root())
        .isNotEqualTo(MerkleTree.of(List.of(both)).head().root())
        .isNotEqualTo(Sha256.of(both));
  }

  @Test
  void refusesWhatTheTreeDoesNotHave() {
    assertThatThrownBy(() -> KNOWN.head(9)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> KNOWN.head(-1)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> KNOWN.inclusion(8)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> KNOWN.inclusion(3, 3)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> KNOWN.consistency(9)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> KNOWN.consistency(4, 3)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> new MerkleFrontier(3, KnownTree.ROOTS.subList(0, 1)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () -> new MerkleFrontier(-1, Collections.nCopies(64, KnownTree.ROOTS.get(0))))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void isNotChangedByItsMaker() {
    var leaves = IntStream.range(0, 3).mapToObj(i -> new byte[] {(byte) i}).toList();
    var tree = MerkleTree.of(leaves);
    var head = tree.head();
    leaves.get(0)[0] = 9;
    assertThat(tree.head()).isEqualTo(head);
  }
}

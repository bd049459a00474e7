package org.planlock.syntax;

import java.util.Optional;
import org.planlock.source.Span;

/**
 * One tree that is asked for many paths, each understood as by {@link TreePaths#get}; a question
 * takes the same time in a long list as in a short one.
 */
public final class TreePlaces {
  private final PlanNode tree;
  private final ItemNames names = new ItemNames();

  public TreePlaces(PlanNode tree) {
    this.tree = tree;
  }

  /** The value at a path, without a word about one that is not there. */
  public Optional<PlanNode> find(String path) {
    return new TreeLookup(tree, path, names).find();
  }

  /** Where the value at a path stands. */
  public Optional<Span> spanOf(String path) {
    return find(path).map(PlanNode::span);
  }
}

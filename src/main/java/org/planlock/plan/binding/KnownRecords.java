package org.planlock.plan.binding;

import java.util.IdentityHashMap;
import java.util.Optional;
import org.planlock.syntax.PlanNode;

/**
 * Which nodes say which records, so that what models share is bound and written once, and of a
 * variant only what it changes. Nodes and records are told apart by identity.
 */
public final class KnownRecords {
  private final IdentityHashMap<PlanNode, Object> bound = new IdentityHashMap<>();
  private final IdentityHashMap<Object, PlanNode> written = new IdentityHashMap<>();

  /** The record of a type that a node is known to say. */
  Optional<Object> bound(PlanNode node, Class<?> type) {
    return Optional.ofNullable(bound.get(node)).filter(type::isInstance);
  }

  /** The canonical node of a record that was written before. */
  Optional<PlanNode> written(Object value) {
    return Optional.ofNullable(written.get(value));
  }

  /** Keeps what a node says. */
  void keepBound(PlanNode node, Object value) {
    bound.put(node, value);
  }

  /** Keeps the canonical node of a record, which says that record. */
  void keepWritten(Object value, PlanNode node) {
    written.put(value, node);
    bound.put(node, value);
  }
}

package org.planlock.lock;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.planlock.source.Span;
import org.planlock.syntax.PlanNode;

/** Small plans and locks for tests. */
public final class Locks {
  public static final Span PLACE = Span.none("small.plan");

  public static final PlanNode.Mapping PLAN =
      map(
          "planlock", "1",
          "plan", map("id", "small", "title", "Größe"),
          "models",
              list(
                  map("name", "m1", "penalty", map("l1_ratio", list("0.1", "1"))),
                  map("name", "m2", "penalty", map("l1_ratio", list("1")))));

  private Locks() {}

  public static Statement statement(List<FixedInput> files, List<LockedTable> tables) {
    var source =
        new Provenance.Source("small.plan", "plan", Optional.of(Sha256.of(new byte[] {1})));
    var time = Instant.parse("2026-03-02T09:14:07Z");
    return new Statement(
        PLAN,
        files,
        tables,
        new Provenance(
            1, new Provenance.Tool("planlock", "0.1.0"), Optional.of("A. Author"), time, source));
  }

  public static PlanLock lock() {
    var packed =
        new FileFingerprint(Sha256.of(new byte[0]), 0, Optional.of(Sha256.of(new byte[] {2})));
    var plain = new FileFingerprint(Sha256.of(new byte[] {3}), 7, Optional.empty());
    return new PlanLock(
        statement(
            List.of(new FixedInput("masks/a.nii.gz", "atlas", packed)),
            List.of(
                new LockedTable("done.tsv", Optional.of(plain)),
                new LockedTable("later.tsv", Optional.empty()))));
  }

  public static PlanNode.Sequence list(Object... items) {
    return new PlanNode.Sequence(List.of(items).stream().map(Locks::node).toList(), PLACE);
  }

  public static PlanNode.Mapping map(Object... keysAndValues) {
    var entries = new ArrayList<PlanNode.Entry>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      entries.add(
          new PlanNode.Entry(scalar((String) keysAndValues[i]), node(keysAndValues[i + 1])));
    }
    return new PlanNode.Mapping(entries, PLACE);
  }

  public static PlanNode.Scalar scalar(String text) {
    return new PlanNode.Scalar(text, PLACE);
  }

  private static PlanNode node(Object value) {
    return value instanceof String text ? scalar(text) : (PlanNode) value;
  }
}

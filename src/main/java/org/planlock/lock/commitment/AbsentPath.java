package org.planlock.lock.commitment;

import java.util.Optional;
import org.planlock.diagnostic.Checked;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.lock.CanonicalJson;
import org.planlock.lock.Json;
import org.planlock.source.Span;
import org.planlock.syntax.PlanNode;
import org.planlock.syntax.TreePaths;

/** Whether a plan lacks a path, under this name and under every other that leads there. */
final class AbsentPath {
  private static final Span PLACE = Span.none("lock");

  private AbsentPath() {}

  static Checked<String> check(String path, PlanFields fields) {
    if (!isCanonical(path)) {
      return Checked.failed(
          Diagnostic.at(PLACE, Rule.UNKNOWN_PATH, "no plan spells a path like `" + path + "`")
              .note("the plan may have the same name in other characters, which look alike"));
    }
    return present(path, fields)
        .map(other -> Checked.<String>failed(other))
        .orElseGet(() -> Checked.of(path));
  }

  /** A text that hashing would change is the path of nothing, and its absence says nothing. */
  static boolean isCanonical(String path) {
    return CanonicalJson.json(new PlanNode.Scalar(path, PLACE))
        .value()
        .filter(json -> json.equals(new Json.Text(path)))
        .isPresent();
  }

  private static Optional<Diagnostic> present(String path, PlanFields fields) {
    int after = fields.floor(path);
    if (after < fields.size() && PathOrder.isWithin(fields.field(after).path(), path)) {
      return Optional.of(present("the plan has `" + path + "`"));
    }
    if (after > 0 && PathOrder.isWithin(path, fields.field(after - 1).path())) {
      var whole = fields.field(after - 1).path();
      return Optional.of(present("`" + path + "` would be part of `" + whole + "`, one value"));
    }
    return TreePaths.get(fields.plan(), path).value().isPresent()
        ? Optional.of(present("`" + path + "` is another name for something that the plan has"))
        : Optional.empty();
  }

  private static Diagnostic present(String message) {
    return Diagnostic.at(PLACE, Rule.FIELD_IS_PRESENT, message)
        .help("reveal what is there, or name a path that the plan does not have");
  }
}

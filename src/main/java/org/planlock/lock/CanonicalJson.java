package org.planlock.lock;

import java.util.Arrays;
import org.planlock.diagnostic.Checked;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.source.Span;
import org.planlock.syntax.PlanNode;

/**
 * The one byte string of a plan: its canonical tree as RFC 8785 JSON (canonicalisation 1).
 *
 * <p>Key order, layout, comments and white space inside phrases are gone; everything else counts.
 */
public final class CanonicalJson {
  /** The number of the rules that this class follows, written into every statement. */
  public static final int VERSION = 1;

  private CanonicalJson() {}

  /** The bytes of a canonical tree, or every text in it that cannot be hashed. */
  public static Checked<byte[]> bytes(PlanNode canonical) {
    return TreeJson.of(canonical).map(JsonWriter::bytes);
  }

  /** The JSON value of any part of a canonical tree, or every text in it that cannot be hashed. */
  public static Checked<Json> json(PlanNode canonical) {
    return TreeJson.of(canonical);
  }

  /** The tree that a JSON value stands for, placed in a file of this name. */
  public static PlanNode tree(Json json, String name) {
    return TreeJson.tree(json, Span.none(name));
  }

  /** The tree that canonical bytes stand for; bytes that this class would not write are refused. */
  public static Checked<PlanNode.Mapping> read(byte[] bytes, String name) {
    return JsonText.read(bytes, name).then(json -> tree(json, bytes, name));
  }

  private static Checked<PlanNode.Mapping> tree(Json json, byte[] bytes, String name) {
    var place = Span.none(name);
    if (!(json instanceof Json.Fields fields)) {
      return Checked.failed(
          Diagnostic.at(place, Rule.LOCK_DAMAGED, "`" + name + "` holds no plan"));
    }
    var tree = TreeJson.mapping(fields, place);
    return bytes(tree)
        .then(
            again ->
                Arrays.equals(again, bytes)
                    ? Checked.of(tree)
                    : Checked.failed(
                        Diagnostic.at(
                            place,
                            Rule.STATEMENT_NOT_CANONICAL,
                            "`" + name + "` is not in canonical form")));
  }
}

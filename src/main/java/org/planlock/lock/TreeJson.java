package org.planlock.lock;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.planlock.diagnostic.Checked;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.source.Span;
import org.planlock.syntax.PlanNode;

/**
 * Turns a canonical tree into JSON and back without loss.
 *
 * <p>A scalar becomes a JSON number only where its text is already the RFC 8785 form of a number.
 * So {@code 0.05} is a number, while the identifier {@code 007}, the version {@code 1.10} and a
 * participant number of 20 digits stay strings: no two texts meet in one number, and none loses a
 * digit.
 */
final class TreeJson {
  private static final Pattern DECIMAL =
      Pattern.compile("-?\\d{1,22}(\\.\\d{1,22})?([eE][+-]?\\d{1,3})?");
  private static final int DEPTH = 90;

  private final List<Diagnostic> found = new ArrayList<>();

  private TreeJson() {}

  /** The JSON of a tree, or every text in it that cannot be hashed. */
  static Checked<Json> of(PlanNode tree) {
    var conversion = new TreeJson();
    var json = conversion.value(tree, 0);
    return conversion.found.isEmpty() ? Checked.of(json) : Checked.failed(conversion.found);
  }

  /** The tree that a JSON value stands for; all its nodes stand in {@code place}. */
  static PlanNode tree(Json json, Span place) {
    if (json instanceof Json.Items items) {
      return new PlanNode.Sequence(items.items().stream().map(i -> tree(i, place)).toList(), place);
    }
    if (json instanceof Json.Fields fields) {
      return mapping(fields, place);
    }
    return new PlanNode.Scalar(text(json), place);
  }

  static PlanNode.Mapping mapping(Json.Fields fields, Span place) {
    var entries =
        fields.members().entrySet().stream()
            .map(
                m ->
                    new PlanNode.Entry(
                        new PlanNode.Scalar(m.getKey(), place), tree(m.getValue(), place)))
            .toList();
    return new PlanNode.Mapping(entries, place);
  }

  private static String text(Json json) {
    if (json instanceof Json.Number number) {
      return JsonWriter.number(number.value());
    }
    if (json instanceof Json.Truth truth) {
      return String.valueOf(truth.value());
    }
    return ((Json.Text) json).text();
  }

  private Json value(PlanNode node, int depth) {
    if (depth > DEPTH) {
      found.add(
          Diagnostic.at(node.span(), Rule.TOO_DEEP, "nested deeper than " + DEPTH + " levels"));
      return new Json.Text("");
    }
    if (node instanceof PlanNode.Sequence sequence) {
      return new Json.Items(sequence.items().stream().map(item -> value(item, depth + 1)).toList());
    }
    return node instanceof PlanNode.Mapping mapping
        ? fields(mapping, depth)
        : scalar((PlanNode.Scalar) node);
  }

  private Json fields(PlanNode.Mapping mapping, int depth) {
    Map<String, Json> members = new LinkedHashMap<>();
    for (var entry : mapping.entries()) {
      var key = fit(entry.key());
      if (members.containsKey(key)) {
        found.add(
            Diagnostic.at(entry.key().span(), Rule.DUPLICATE_KEY, "`" + key + "` stands twice"));
      }
      members.put(key, value(entry.value(), depth + 1));
    }
    return new Json.Fields(members);
  }

  private Json scalar(PlanNode.Scalar scalar) {
    var text = fit(scalar);
    if (text.equals("true") || text.equals("false")) {
      return new Json.Truth(text.equals("true"));
    }
    return isCanonicalNumber(text)
        ? new Json.Number(Double.parseDouble(text))
        : new Json.Text(text);
  }

  private String fit(PlanNode.Scalar scalar) {
    CanonicalText.unfit(scalar.text())
        .ifPresent(
            c ->
                found.add(
                    Diagnostic.at(scalar.span(), Rule.FORBIDDEN_CHARACTER, c + " cannot be hashed")
                        .note("a digest must mean the same on every machine")
                        .help("remove the character, or write it in plain letters")));
    return CanonicalText.of(scalar.text());
  }

  private static boolean isCanonicalNumber(String text) {
    if (!DECIMAL.matcher(text).matches()) {
      return false;
    }
    double value = Double.parseDouble(text);
    return Double.isFinite(value)
        && (Math.abs(value) <= MAX_INTEGER || text.contains("e"))
        && JsonWriter.number(value).equals(text);
  }

  private static final double MAX_INTEGER = 9007199254740991.0;
}

package org.planlock.intake.document;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.planlock.intake.Branch;
import org.planlock.intake.json.JsonValue;
import org.planlock.syntax.PlanNode;

/**
 * What the R package preregr 0.2 writes with {@code prereg_spec_to_json}: {@code specs} has an
 * answer for each item, {@code form} the questions, {@code config.initialText} the text of items
 * that nobody has answered. R writes single values as lists of one.
 */
record PreregrImport(Takings takings) implements DocumentImport {
  private static final String UNANSWERED = "Unspecified";

  @Override
  public PlanNode.Mapping take(JsonValue document, String id) {
    var unanswered =
        document
            .get("config")
            .flatMap(it -> it.get("initialText"))
            .flatMap(PreregrImport::only)
            .flatMap(JsonValue::text)
            .orElse(UNANSWERED);
    var labels = labels(document.get("form").flatMap(it -> it.get("items")));
    var plan = Branch.at(document.span()).put("id", id);
    takings
        .object(document, "specs", "specs")
        .ifPresent(
            specs ->
                specs
                    .fields()
                    .forEach((item, answer) -> item(item, answer, unanswered, labels, plan)));
    document
        .get("jstf")
        .filter(it -> it.fields().values().stream().anyMatch(part -> !part.isEmpty()))
        .ifPresent(it -> takings.leave("", "jstf", "justifications", it));
    form(document);
    takings.rest(document, "", Set.of("specs", "form", "config", "jstf"));
    return Branch.at(document.span()).put("planlock", "1").put("plan", plan).node();
  }

  private void item(
      String item, JsonValue answer, String unanswered, Map<String, String> labels, Branch plan) {
    var place = "specs." + item + ".text";
    var value = answer.get("text").or(() -> answer.get("contents")).orElse(answer);
    var text = said(value);
    if (text.isBlank() || text.equals(unanswered)) {
      return;
    }
    if (item.equals("title") && !text.contains("\n")) {
      plan.put("title", takings.carry(place, "plan.title", text));
      return;
    }
    var label = Optional.ofNullable(labels.get(item)).orElse(item);
    var field = TopicFields.of(label);
    takings.leave(field.isEmpty() ? TopicFields.of(item) : field, place, label, text);
  }

  private static String said(JsonValue value) {
    if (value.isEmpty()) {
      return "";
    }
    var items = value.items();
    return items.isEmpty()
        ? value.scalar().orElseGet(() -> Takings.oneLine(value))
        : items.stream()
            .map(it -> it.scalar().orElseGet(() -> Takings.oneLine(it)))
            .collect(Collectors.joining("\n"));
  }

  /** The labels of the items, whether the form holds rows in a list, rows by name, or columns. */
  private static Map<String, String> labels(Optional<JsonValue> items) {
    Map<String, String> labels = new LinkedHashMap<>();
    items.ifPresent(
        it -> {
          it.items().forEach(row -> label(row, labels));
          it.fields().values().forEach(row -> label(row, labels));
          columns(it, labels);
        });
    return labels;
  }

  private static void label(JsonValue row, Map<String, String> labels) {
    var item = row.get("item_id").flatMap(PreregrImport::only).flatMap(JsonValue::text);
    var label = row.get("item_label").flatMap(PreregrImport::only).flatMap(JsonValue::text);
    item.ifPresent(known -> label.ifPresent(text -> labels.put(known, text)));
  }

  private static void columns(JsonValue items, Map<String, String> labels) {
    var ids = items.get("item_id").map(JsonValue::items).orElse(java.util.List.of());
    var texts = items.get("item_label").map(JsonValue::items).orElse(java.util.List.of());
    for (int i = 0; i < Math.min(ids.size(), texts.size()); i++) {
      var text = texts.get(i).text();
      ids.get(i).text().ifPresent(known -> text.ifPresent(said -> labels.put(known, said)));
    }
  }

  /** Which form was filled in; its questions belong to its makers and are not repeated. */
  private void form(JsonValue document) {
    document
        .get("form")
        .flatMap(it -> it.get("metadata"))
        .filter(it -> !it.isEmpty())
        .ifPresent(it -> takings.leave("", "form.metadata", "form", it));
  }

  private static Optional<JsonValue> only(JsonValue value) {
    return value instanceof JsonValue.Items list
        ? list.items().stream().findFirst()
        : Optional.of(value);
  }
}

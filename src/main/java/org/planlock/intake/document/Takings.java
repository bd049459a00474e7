package org.planlock.intake.document;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.intake.PlanDraft;
import org.planlock.intake.PlanDraft.Quote;
import org.planlock.intake.PlanDraft.Remark;
import org.planlock.intake.json.JsonValue;
import org.planlock.syntax.PlanNode;

/** Keeps account of what is taken from a document and what is left as a sentence. */
final class Takings {
  private static final Pattern LINE_BREAKS = Pattern.compile("\\s*\\n\\s*");
  private static final int MOST_FOUND = 20;

  private final List<Imported.Carried> carried = new ArrayList<>();
  private final List<Quote> quotes = new ArrayList<>();
  private final List<Quote> beside = new ArrayList<>();
  private final List<Remark> remarks = new ArrayList<>();
  private final List<Diagnostic> found = new ArrayList<>();
  private final Set<String> names = new LinkedHashSet<>();

  /** Notes that a value carries over; gives it back. */
  String carry(String place, String path, String value) {
    carried.add(new Imported.Carried(place, path, value));
    return value;
  }

  /** Keeps a sentence beside an open field; an empty id if it speaks of none. */
  void leave(String field, String place, String topic, String sentence) {
    if (!sentence.isBlank()) {
      quotes.add(new Quote(field, place, topic, sentence.strip()));
    }
  }

  /** Keeps a value as it is written in the document. */
  void leave(String field, String place, String topic, JsonValue value) {
    if (!value.isEmpty()) {
      leave(field, place, topic, value.text().orElseGet(() -> oneLine(value)));
    }
  }

  /** Keeps a sentence above a part of the plan. */
  void beside(String path, String place, String topic, String sentence) {
    if (!sentence.isBlank()) {
      remarks.add(new Remark(path, topic + " (" + place + "): " + sentence.strip()));
      beside.add(new Quote("", place, topic, sentence.strip()));
    }
  }

  /** The text under a name; another kind of value is reported and kept as it is written. */
  Optional<String> text(JsonValue from, String name, String place) {
    var value = from.get(name).filter(it -> !it.isEmpty());
    var text = value.flatMap(JsonValue::text);
    if (value.isPresent() && text.isEmpty()) {
      strange(place, value.get(), "a text");
    }
    return text;
  }

  /** The values under a name; what is no list is reported and kept as it is written. */
  List<JsonValue> items(JsonValue from, String name, String place) {
    var value = from.get(name).filter(it -> !it.isEmpty());
    if (value.isPresent() && !(value.get() instanceof JsonValue.Items)) {
      strange(place, value.get(), "a list");
    }
    return value.map(JsonValue::items).orElse(List.of());
  }

  /** The object under a name; what is none is reported and kept as it is written. */
  Optional<JsonValue> object(JsonValue from, String name, String place) {
    var value = from.get(name).filter(it -> !it.isEmpty());
    var object = value.filter(JsonValue.Fields.class::isInstance);
    if (value.isPresent() && object.isEmpty()) {
      strange(place, value.get(), "an object");
    }
    return object;
  }

  /** Whether an item of a list is an object; what is none is reported and kept. */
  boolean isObject(JsonValue item, String place) {
    if (item instanceof JsonValue.Fields) {
      return true;
    }
    strange(place, item, "an object");
    return false;
  }

  private void strange(String place, JsonValue value, String wanted) {
    if (found.size() < MOST_FOUND) {
      found.add(
          Diagnostic.at(
                  value.span(),
                  Rule.DOCUMENT_ENTRY,
                  "what stands under `" + place + "` is not " + wanted)
              .note("it is kept as a comment and says nothing in the plan"));
    }
    leave("", place, "as it is written", value);
  }

  /** Keeps everything under names that nobody has looked at. */
  void rest(JsonValue from, String place, Set<String> known) {
    from.fields().entrySet().stream()
        .filter(it -> !known.contains(it.getKey()))
        .forEach(it -> leave("", join(place, it.getKey()), it.getKey(), it.getValue()));
  }

  /** A name of the plan's own that is not taken yet, as near to the document's as can be. */
  String name(String kind, String wanted) {
    var plain = wanted.replaceAll("[^A-Za-z0-9_]+", "_").replaceAll("^_+|_+$", "");
    var stem = plain.matches("[A-Za-z].*") ? plain : kind + (plain.isEmpty() ? "" : "_" + plain);
    var name = stem;
    for (int i = 2; !names.add(kind + " " + name); i++) {
      name = stem + "_" + i;
    }
    return name;
  }

  static String join(String place, String name) {
    return place.isEmpty() ? name : place + "." + name;
  }

  /** A value on one line, otherwise as it is written. */
  static String oneLine(JsonValue value) {
    return LINE_BREAKS.matcher(value.written()).replaceAll(" ");
  }

  boolean isEmpty() {
    return carried.isEmpty() && quotes.isEmpty() && beside.isEmpty();
  }

  List<Diagnostic> found() {
    return found;
  }

  Imported imported(DocumentFormat format, PlanNode.Mapping tree) {
    var left = new ArrayList<>(quotes);
    left.addAll(beside);
    return new Imported(format, new PlanDraft(tree, remarks, quotes), carried, left);
  }
}

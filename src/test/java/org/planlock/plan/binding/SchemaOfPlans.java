package org.planlock.plan.binding;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.planlock.plan.Plan;
import org.planlock.plan.expression.Expression;
import org.planlock.plan.fit.ModelSpec;
import org.planlock.plan.fit.NestedComparison;
import org.planlock.plan.inference.Correlation;
import org.planlock.plan.inference.Hypothesis;
import org.planlock.plan.measure.Measure;
import org.planlock.plan.prepare.Preparation;
import org.planlock.plan.prepare.TermSet;
import org.planlock.plan.prepare.Variable;
import org.planlock.plan.value.Between;
import org.planlock.plan.value.Decimal;
import org.planlock.plan.value.Declared;
import org.planlock.plan.value.Technical;
import org.planlock.plan.value.TreeValue;
import org.planlock.source.SourceFile;
import org.planlock.syntax.PlanNode;
import org.planlock.syntax.yaml.YamlPlanReader;

/**
 * Derives the JSON Schema of plans from the records that plans are bound to, so that it cannot say
 * anything else.
 */
final class SchemaOfPlans {
  private static final String NUMBER = "-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?";

  /** What may be said once for several names. */
  private static final List<Class<?>> TEMPLATED =
      List.of(
          Variable.class,
          TermSet.class,
          Preparation.class,
          ModelSpec.class,
          Hypothesis.class,
          Correlation.class,
          NestedComparison.class);

  private static final List<Class<?>> NUMBERS =
      List.of(Decimal.class, int.class, Integer.class, long.class, Long.class);

  private final TreeMap<String, JsonObject> definitions = new TreeMap<>();

  JsonObject make() {
    var schema = new JsonObject();
    schema.addProperty("$schema", "http://json-schema.org/draft-07/schema#");
    schema.addProperty("$id", "https://planlock.org/schema/plan.schema.json");
    schema.addProperty("title", "Planlock analysis plan, language 1");
    schema.add("allOf", only(referred(Plan.class)));
    var all = new JsonObject();
    definitions.forEach(all::add);
    schema.add("definitions", all);
    return schema;
  }

  private String reference(Class<?> type) {
    var name = KeyMeanings.typeName(type);
    if (!definitions.containsKey(name)) {
      definitions.put(name, new JsonObject());
      definitions.put(name, type.isRecord() ? record(type) : alternatives(type));
    }
    return "#/definitions/" + name;
  }

  private JsonObject record(Class<?> type) {
    var properties = new JsonObject();
    var required = new JsonArray();
    for (var component : type.getRecordComponents()) {
      properties.add(Keys.of(component), property(component));
      if (Expected.isRequired(component)) {
        required.add(Keys.of(component));
      }
    }
    if (TEMPLATED.contains(type)) {
      properties.add("for", repeated());
    }
    var object = new JsonObject();
    object.addProperty("type", "object");
    object.add("properties", properties);
    object.addProperty("additionalProperties", false);
    if (!required.isEmpty()) {
      object.add("required", required);
    }
    return Phrases.isReadable(type) ? either(phrase(type), object) : object;
  }

  private JsonObject property(RecordComponent component) {
    var value = of(component.getGenericType(), component);
    boolean template = component.getDeclaringRecord() == Measure.MeanSignal.class;
    var schema = described(component);
    if (template || value.has("$ref")) {
      // beside a `$ref`, draft 7 reads nothing else
      schema.add("allOf", only(template ? either(value, list(scalar())) : value));
    } else {
      value.entrySet().stream()
          .filter(entry -> !schema.has(entry.getKey()))
          .forEach(entry -> schema.add(entry.getKey(), entry.getValue()));
    }
    return schema;
  }

  private static JsonObject described(RecordComponent component) {
    var schema = new JsonObject();
    KeyMeanings.of(component)
        .ifPresent(
            known -> {
              schema.addProperty("description", description(component, known));
              schema.add("examples", only(example(known)));
            });
    var technical = component.getAnnotation(Technical.class);
    if (technical != null && !technical.value().equals("{}")) {
      schema.addProperty("default", technical.value());
    }
    return schema;
  }

  private static String description(RecordComponent component, KeyMeaning known) {
    var form = formOf(component);
    return form.isEmpty() ? known.meaning() : known.meaning() + "\n\n" + form;
  }

  /** The form of phrases and numbers; words and keys are listed by the schema itself. */
  private static String formOf(RecordComponent component) {
    var between = component.getAnnotation(Between.class);
    return between == null ? "" : "a number " + Limits.of(component).words();
  }

  /** An example as a reader of YAML gives it, with numbers and truth values. */
  private static JsonElement example(KeyMeaning known) {
    var source = SourceFile.of(known.key(), "example: " + known.example() + "\n");
    return element(new YamlPlanReader().read(source).orThrow().get("example").orElseThrow());
  }

  private static JsonElement element(PlanNode node) {
    if (node instanceof PlanNode.Mapping mapping) {
      var object = new JsonObject();
      mapping.entries().forEach(entry -> object.add(entry.key().text(), element(entry.value())));
      return object;
    }
    if (node instanceof PlanNode.Sequence list) {
      var array = new JsonArray();
      list.items().forEach(item -> array.add(element(item)));
      return array;
    }
    var text = ((PlanNode.Scalar) node).text();
    if (text.equals("true") || text.equals("false")) {
      return new JsonPrimitive(Boolean.valueOf(text));
    }
    return text.matches(NUMBER) ? new JsonPrimitive(new BigDecimal(text)) : new JsonPrimitive(text);
  }

  private JsonObject alternatives(Class<?> sealed) {
    return either(
        Stream.of(sealed.getPermittedSubclasses())
            .flatMap(this::spellings)
            .toArray(JsonObject[]::new));
  }

  /** A bare list may also stand under its key. */
  private Stream<JsonObject> spellings(Class<?> type) {
    if (!RecordBinder.isListed(type)) {
      return Stream.of(referred(type));
    }
    var only = type.getRecordComponents()[0];
    return Stream.of(of(only.getGenericType(), only), referred(type));
  }

  private JsonObject referred(Class<?> type) {
    var schema = new JsonObject();
    schema.addProperty("$ref", reference(type));
    return schema;
  }

  private JsonObject of(Type type, RecordComponent component) {
    if (type instanceof ParameterizedType generic) {
      var inner = of(generic.getActualTypeArguments()[0], component);
      if (generic.getRawType() == List.class) {
        return either(list(inner), scalar());
      }
      return generic.getRawType() == Declared.class ? either(notApplicable(), inner) : inner;
    }
    return plain((Class<?>) type, component);
  }

  private JsonObject plain(Class<?> type, RecordComponent component) {
    if (type == TreeValue.class || type == Expression.class) {
      return any();
    }
    if (type.isEnum()) {
      return word(type);
    }
    if (NUMBERS.contains(type)) {
      return number(type, component);
    }
    if (type == boolean.class || type == Boolean.class) {
      return truth();
    }
    if ((type.isRecord() && !onlyPhrase(type)) || type.isSealed()) {
      return referred(type);
    }
    return Phrases.isReadable(type) ? phrase(type) : scalar();
  }

  /** Numbers may stand in quotes: a lock holds them so. */
  private static JsonObject number(Class<?> type, RecordComponent component) {
    var schema = new JsonObject();
    schema.add("type", array("number", "string"));
    schema.addProperty("pattern", "^" + NUMBER + "$");
    if (type != Decimal.class) {
      schema.addProperty("multipleOf", 1);
    }
    var between = component.getAnnotation(Between.class);
    if (between != null) {
      schema.addProperty(between.above() ? "exclusiveMinimum" : "minimum", between.low());
    }
    if (between != null && between.high() != Double.MAX_VALUE) {
      schema.addProperty(between.below() ? "exclusiveMaximum" : "maximum", between.high());
    }
    return schema;
  }

  private static JsonObject truth() {
    var words = array("true", "false");
    words.add(true);
    words.add(false);
    var schema = new JsonObject();
    schema.add("enum", words);
    return schema;
  }

  private static boolean onlyPhrase(Class<?> type) {
    return org.planlock.plan.value.Phrase.class.isAssignableFrom(type);
  }

  private static JsonObject word(Class<?> type) {
    var words = new JsonArray();
    for (var constant : type.getEnumConstants()) {
      words.add(Keys.word((Enum<?>) constant));
      if (Keys.word((Enum<?>) constant).contains("_")) {
        words.add(Keys.word((Enum<?>) constant).replace('_', ' '));
      }
    }
    var schema = new JsonObject();
    schema.add("enum", words);
    return schema;
  }

  private static JsonObject phrase(Class<?> type) {
    var schema = scalar();
    schema.addProperty("description", Phrases.form(type));
    return schema;
  }

  private static JsonObject scalar() {
    var schema = new JsonObject();
    schema.add("type", array("string", "number", "boolean"));
    return schema;
  }

  private static JsonObject list(JsonObject items) {
    var schema = new JsonObject();
    schema.addProperty("type", "array");
    schema.add("items", items);
    return schema;
  }

  private static JsonObject notApplicable() {
    var reason = new JsonObject();
    reason.add("not_applicable", scalar());
    var schema = new JsonObject();
    schema.addProperty("type", "object");
    schema.addProperty("description", "nothing applies, and why");
    schema.add("properties", reason);
    schema.add("required", array("not_applicable"));
    schema.addProperty("additionalProperties", false);
    return schema;
  }

  private static JsonObject either(JsonObject... schemas) {
    var any = new JsonArray();
    Stream.of(schemas).forEach(any::add);
    var schema = new JsonObject();
    schema.add("anyOf", any);
    return schema;
  }

  private static JsonObject repeated() {
    var schema = any();
    schema.addProperty(
        "description",
        "says the item once for each name, such as `every measure` or {outcome: [vas, bis]}");
    return schema;
  }

  private static JsonArray only(JsonElement item) {
    var array = new JsonArray();
    array.add(item);
    return array;
  }

  private static JsonArray array(String... words) {
    var array = new JsonArray();
    Stream.of(words).forEach(array::add);
    return array;
  }

  private static JsonObject any() {
    return new JsonObject();
  }
}

package org.planlock.plan.binding;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.planlock.plan.Plan;
import org.planlock.plan.expression.Expression;
import org.planlock.plan.measure.Measure;
import org.planlock.plan.value.Between;
import org.planlock.plan.value.Decimal;
import org.planlock.plan.value.Declared;
import org.planlock.plan.value.Technical;
import org.planlock.plan.value.TreeValue;

/**
 * Derives the JSON Schema of plans from the records that plans are bound to, so that it cannot say
 * anything else.
 */
final class SchemaOfPlans {
  private final TreeMap<String, JsonObject> definitions = new TreeMap<>();

  JsonObject make() {
    var schema = new JsonObject();
    schema.addProperty("$schema", "https://json-schema.org/draft/2020-12/schema");
    schema.addProperty("$id", "https://planlock.org/schema/plan.schema.json");
    schema.addProperty("title", "Planlock analysis plan, language 1");
    schema.addProperty("$ref", reference(Plan.class));
    var all = new JsonObject();
    definitions.forEach(all::add);
    schema.add("$defs", all);
    return schema;
  }

  private String reference(Class<?> type) {
    var name = type.getName().replaceAll(".*\\.", "").replace('$', '.');
    if (!definitions.containsKey(name)) {
      definitions.put(name, new JsonObject());
      definitions.put(name, type.isRecord() ? record(type) : alternatives(type));
    }
    return "#/$defs/" + name;
  }

  private JsonObject record(Class<?> type) {
    var properties = new JsonObject();
    var required = new JsonArray();
    for (var component : type.getRecordComponents()) {
      properties.add(Keys.of(component), property(component));
      if (isRequired(component)) {
        required.add(Keys.of(component));
      }
    }
    properties.add("for", any());
    var object = new JsonObject();
    object.addProperty("type", "object");
    object.add("properties", properties);
    object.addProperty("additionalProperties", false);
    if (!required.isEmpty()) {
      object.add("required", required);
    }
    return Phrases.isReadable(type) ? either(phrase(type), object) : object;
  }

  private static boolean isRequired(RecordComponent component) {
    boolean open =
        List.of(Optional.class, Declared.class, List.class).contains(component.getType());
    return !open && !component.isAnnotationPresent(Technical.class);
  }

  private JsonObject property(RecordComponent component) {
    var plain = of(component.getGenericType());
    boolean template = component.getDeclaringRecord() == Measure.MeanSignal.class;
    var schema = template ? either(plain, list(scalar())) : plain;
    var technical = component.getAnnotation(Technical.class);
    if (technical != null && !technical.value().equals("{}")) {
      schema.addProperty("default", technical.value());
    }
    var between = component.getAnnotation(Between.class);
    if (between != null) {
      schema.addProperty("$comment", Limits.of(component).words());
    }
    return schema;
  }

  private JsonObject alternatives(Class<?> sealed) {
    return either(
        Stream.of(sealed.getPermittedSubclasses())
            .map(this::alternative)
            .toArray(JsonObject[]::new));
  }

  private JsonObject alternative(Class<?> type) {
    return RecordBinder.isListed(type)
        ? of(type.getRecordComponents()[0].getGenericType())
        : referred(type);
  }

  private JsonObject referred(Class<?> type) {
    var schema = new JsonObject();
    schema.addProperty("$ref", reference(type));
    return schema;
  }

  private JsonObject of(Type type) {
    if (type instanceof ParameterizedType generic) {
      var inner = of(generic.getActualTypeArguments()[0]);
      if (generic.getRawType() == List.class) {
        return either(list(inner), scalar());
      }
      return generic.getRawType() == Declared.class ? either(notApplicable(), inner) : inner;
    }
    return plain((Class<?>) type);
  }

  private JsonObject plain(Class<?> type) {
    if (type == TreeValue.class || type == Expression.class) {
      return any();
    }
    if (type.isEnum()) {
      return word(type);
    }
    if ((type.isRecord() && type != Decimal.class && !onlyPhrase(type)) || type.isSealed()) {
      return referred(type);
    }
    return Phrases.isReadable(type) ? phrase(type) : scalar();
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
    var types = new JsonArray();
    Stream.of("string", "number", "boolean").forEach(types::add);
    var schema = new JsonObject();
    schema.add("type", types);
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
    var required = new JsonArray();
    required.add("not_applicable");
    var schema = new JsonObject();
    schema.addProperty("type", "object");
    schema.add("properties", reason);
    schema.add("required", required);
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

  private static JsonObject any() {
    return new JsonObject();
  }
}

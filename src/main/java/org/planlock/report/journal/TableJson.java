package org.planlock.report.journal;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.Collection;
import java.util.List;
import org.planlock.plan.value.Decimal;
import org.planlock.report.JsonText;
import org.planlock.trace.TraceValue;

/** The table of deviations for programs. */
record TableJson(JournalTable table) {
  /** The value of {@code format}. */
  static final String FORMAT = "planlock-deviations/1";

  String text() {
    var json = new JsonObject();
    var analysis = table.analysis();
    json.addProperty("format", FORMAT);
    for (var name : List.of("plan", "lock", "verdict", "label")) {
      json.add(name, tree(analysis.fields().value(name).orElseGet(TraceValue::missing)));
    }
    json.add("rows", rows(table.rows()));
    json.add("amendments", rows(table.amendments()));
    json.add("gaps", tree(TraceValue.items(analysis.each("gaps"))));
    json.add("declaredNotFound", tree(TraceValue.items(analysis.each("declaredNotFound"))));
    analysis.text("lockedLate").ifPresent(why -> json.addProperty("lockedLate", why));
    analysis.effect().ifPresent(effect -> json.add("effect", tree(effect)));
    return JsonText.of(json);
  }

  private static JsonArray rows(List<JournalRow> all) {
    var rows = new JsonArray();
    all.forEach(row -> rows.add(row(row)));
    return rows;
  }

  private static JsonObject row(JournalRow row) {
    var json = new JsonObject();
    json.addProperty("number", row.number());
    json.addProperty("code", row.code());
    row.kind().ifPresent(kind -> json.addProperty("kind", kind.code()));
    json.addProperty("path", row.path());
    json.addProperty("what", row.place());
    json.addProperty("planned", row.planned());
    json.addProperty("done", row.done());
    json.addProperty("when", row.when());
    json.addProperty("why", row.why());
    json.addProperty("effect", row.effect());
    json.addProperty("disclosed", row.disclosed());
    json.addProperty("severity", row.severity());
    json.add("costs", texts(row.costs()));
    return json;
  }

  private static JsonArray texts(Collection<String> texts) {
    var array = new JsonArray();
    texts.forEach(array::add);
    return array;
  }

  private static JsonElement tree(TraceValue value) {
    if (value instanceof TraceValue.Text text) {
      return new JsonPrimitive(text.text());
    }
    if (value instanceof TraceValue.Number number) {
      return new JsonPrimitive(new java.math.BigDecimal(Decimal.of(number.value()).text()));
    }
    if (value instanceof TraceValue.Truth truth) {
      return new JsonPrimitive(truth.value());
    }
    if (value instanceof TraceValue.Items items) {
      var array = new JsonArray();
      items.items().forEach(item -> array.add(tree(item)));
      return array;
    }
    if (value instanceof TraceValue.Fields fields) {
      var json = new JsonObject();
      fields.members().forEach((name, member) -> json.add(name, tree(member)));
      return json;
    }
    return JsonNull.INSTANCE;
  }
}

package org.planlock.report;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.source.Span;

/** Findings as machines read them; the same content and order as the text. */
public final class DiagnosticJson {
  private DiagnosticJson() {}

  /** An array of findings in reading order. */
  public static JsonArray of(List<Diagnostic> diagnostics) {
    var all = new JsonArray();
    diagnostics.stream().sorted(Diagnostic.READING_ORDER).map(DiagnosticJson::of).forEach(all::add);
    return all;
  }

  private static JsonObject of(Diagnostic diagnostic) {
    var object = new JsonObject();
    object.addProperty("code", diagnostic.rule().code());
    object.addProperty("severity", diagnostic.severity().word());
    object.addProperty("message", diagnostic.message());
    object.add("place", place(diagnostic.span()));
    object.addProperty("caption", diagnostic.caption());
    object.add("notes", texts(diagnostic.notes()));
    object.add("helps", texts(diagnostic.helps()));
    var others = new JsonArray();
    for (var other : diagnostic.labels()) {
      var place = place(other.span());
      place.addProperty("text", other.text());
      others.add(place);
    }
    object.add("related", others);
    return object;
  }

  private static JsonObject place(Span span) {
    var place = new JsonObject();
    place.addProperty("file", span.file().name());
    if (span.file().length() > 0) {
      place.addProperty("line", span.line());
      place.addProperty("column", span.column());
      int last = Math.min(span.end(), span.file().length());
      place.addProperty("endLine", span.file().lineOf(last));
      place.addProperty("endColumn", span.file().columnOf(last));
    }
    return place;
  }

  private static JsonArray texts(List<String> texts) {
    var array = new JsonArray();
    texts.forEach(array::add);
    return array;
  }
}

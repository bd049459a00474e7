package org.planlock.report;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import org.planlock.deviation.Judgement;

/** What a plan states and no program can see, as programs read it. */
public final class OnTrustJson {
  private OnTrustJson() {}

  /** One object a field: its id, its title, and why no program can see it. */
  public static JsonArray of(Judgement judgement) {
    var array = new JsonArray();
    for (var one : judgement.onTrust()) {
      var field = new JsonObject();
      field.addProperty("field", one.id());
      field.addProperty("title", one.title());
      field.addProperty("why", one.why());
      array.add(field);
    }
    return array;
  }
}

package org.planlock.report;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;

/** JSON as this program prints it: indented, in the order given, ended by a line feed. */
public final class JsonText {
  private static final Gson INDENTED =
      new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().serializeNulls().create();

  private JsonText() {}

  /** The text of a value. */
  public static String of(JsonElement json) {
    return INDENTED.toJson(json) + "\n";
  }
}

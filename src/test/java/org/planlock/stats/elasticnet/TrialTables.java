package org.planlock.stats.elasticnet;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Tables of the simulated trial rct21, and what numpy, scipy and R made of them. */
final class TrialTables {
  private TrialTables() {}

  /** One line of a table by column name. */
  record Row(Map<String, String> cells) {
    String get(String name) {
      return Objects.requireNonNull(cells.get(name), name);
    }

    double number(String name) {
      return TrialTables.number(get(name));
    }
  }

  static List<Row> rows(String file) {
    var lines = text(file).strip().split("\\R");
    var names = lines[0].split("\t");
    var rows = new ArrayList<Row>();
    for (int i = 1; i < lines.length; i++) {
      var cells = lines[i].split("\t");
      var row = new HashMap<String, String>();
      for (int j = 0; j < names.length; j++) {
        row.put(names[j], cells[j]);
      }
      rows.add(new Row(row));
    }
    return rows;
  }

  static double number(String cell) {
    return cell.equals("n/a") ? Double.NaN : Double.parseDouble(cell);
  }

  static JsonObject json(String file) {
    return JsonParser.parseString(text(file)).getAsJsonObject();
  }

  private static String text(String file) {
    try (var stream = TrialTables.class.getResourceAsStream("/reference/imaging/rct21/" + file)) {
      if (stream == null) {
        throw new IllegalStateException("no test resource " + file);
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

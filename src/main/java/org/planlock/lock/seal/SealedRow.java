package org.planlock.lock.seal;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.planlock.lock.Json;
import org.planlock.lock.JsonWriter;
import org.planlock.lock.Salt;

/**
 * What is sealed of one participant.
 *
 * @param participant the name without spaces around it
 * @param values cells by the names of their columns
 * @param salt without which nobody can find out the values from the commitment by trying
 */
public record SealedRow(String participant, Map<String, String> values, Salt salt) {
  public SealedRow {
    values = new TreeMap<>(values);
  }

  /** The leaf that commits to it: canonical JSON (RFC 8785). */
  byte[] leaf() {
    return JsonWriter.bytes(json());
  }

  Json json() {
    return new Json.Fields(
        Map.of(
            "participant", new Json.Text(participant),
            "values",
                new Json.Fields(
                    values.entrySet().stream()
                        .collect(
                            Collectors.toMap(Map.Entry::getKey, e -> new Json.Text(e.getValue())))),
            "salt", new Json.Text(salt.hex())));
  }
}

package org.planlock.lock.seal;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.planlock.lock.Json;
import org.planlock.lock.JsonMember;
import org.planlock.lock.Salt;
import org.planlock.lock.merkle.InclusionProof;

/**
 * The sealed values of one participant, opened in an emergency, and the proof that they are those
 * that were sealed. It tells nothing of anybody else.
 */
public record RowDisclosure(SealedRow row, InclusionProof proof) {
  /** Whether these are the values of this participant in a sealed table. */
  public boolean holds(SealedTable table) {
    var header = table.header();
    return Set.copyOf(header.columns().sealed()).equals(row.values().keySet())
        && table.participants().indexOf(row.participant()) == proof.index()
        && proof.holds(row.leaf(), header.rows());
  }

  Json json() {
    return new Json.Fields(
        Map.of(
            "row", row.json(),
            "index", new Json.Number(proof.index()),
            "size", new Json.Number(proof.size()),
            "proof",
                new Json.Items(
                    proof.path().stream().<Json>map(hash -> new Json.Text(hash.hex())).toList())));
  }

  /** The disclosure in JSON, if it has all that one needs; it may have more. */
  static Optional<RowDisclosure> of(JsonMember json) {
    var index = json.get("index").whole();
    var size = json.get("size").whole();
    var path = json.get("proof").each(JsonMember::sha256);
    return row(json.get("row"))
        .flatMap(
            row ->
                index.flatMap(
                    i ->
                        size.flatMap(
                            s ->
                                path.map(
                                    p -> new RowDisclosure(row, new InclusionProof(i, s, p))))));
  }

  private static Optional<SealedRow> row(JsonMember json) {
    var participant = json.get("participant").text().filter(name -> !name.isBlank());
    var salt = json.get("salt").text().flatMap(Salt::parse);
    var values = json.get("values").fields().flatMap(RowDisclosure::values);
    return participant.flatMap(
        name -> salt.flatMap(s -> values.map(v -> new SealedRow(name, v, s))));
  }

  private static Optional<Map<String, String>> values(Json.Fields fields) {
    var texts = new HashMap<String, String>();
    fields
        .members()
        .forEach((name, value) -> JsonMember.of(value).text().ifPresent(t -> texts.put(name, t)));
    return new HashSet<>(fields.members().keySet()).equals(texts.keySet())
        ? Optional.of(texts)
        : Optional.empty();
  }
}

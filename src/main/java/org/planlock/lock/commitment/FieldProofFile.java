package org.planlock.lock.commitment;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.planlock.diagnostic.Checked;
import org.planlock.lock.Json;
import org.planlock.lock.JsonMember;
import org.planlock.lock.Salt;
import org.planlock.lock.merkle.TreeHead;

/** A proof of fields on disk. */
public final class FieldProofFile {
  /** The value of {@code format}. */
  public static final String FORMAT = "planlock-field/1";

  private static final OneLineFile KIND =
      new OneLineFile("a proof of fields", "planlock-field/", 1);

  private FieldProofFile() {}

  /** The bytes of the file. */
  public static byte[] bytes(FieldProof proof) {
    return KIND.bytes(json(proof));
  }

  /** The proof in a file; whether it holds is another question. */
  public static Checked<FieldProof> read(Path path) {
    return KIND.read(path, FieldProofFile::proof, FieldProofFile::json);
  }

  /** The proof in the bytes of a file, under the name that messages show. */
  public static Checked<FieldProof> parse(byte[] bytes, String name) {
    return KIND.parse(bytes, name, FieldProofFile::proof, FieldProofFile::json);
  }

  private static Json json(FieldProof proof) {
    var members = new TreeMap<String, Json>();
    members.put("format", new Json.Text(FORMAT));
    members.put("statementSha256", new Json.Text(proof.statementSha256().hex()));
    members.put("root", new Json.Text(proof.head().root().hex()));
    members.put("size", new Json.Number(proof.head().size()));
    members.put(
        "fields", new Json.Items(proof.fields().stream().map(FieldProofFile::json).toList()));
    proof.absent().ifPresent(path -> members.put("absent", new Json.Text(path)));
    return new Json.Fields(members);
  }

  private static Json json(ProvenField proven) {
    var hashes = proven.proof().stream().<Json>map(hash -> new Json.Text(hash.hex())).toList();
    return new Json.Fields(
        Map.of(
            "index", new Json.Number(proven.index()),
            "path", new Json.Text(proven.field().path()),
            "proof", new Json.Items(hashes),
            "salt", new Json.Text(proven.field().salt().hex()),
            "value", proven.field().value()));
  }

  private static Optional<FieldProof> proof(JsonMember file) {
    var statement = file.get("statementSha256").sha256();
    var root = file.get("root").sha256();
    var size = file.get("size").whole();
    var fields = file.get("fields").each(FieldProofFile::proven).filter(FieldProofFile::isInOrder);
    return statement.flatMap(
        s ->
            root.flatMap(
                r ->
                    size.flatMap(
                        n ->
                            fields.map(
                                f ->
                                    new FieldProof(
                                        s, new TreeHead(n, r), file.get("absent").text(), f)))));
  }

  private static Optional<ProvenField> proven(JsonMember item) {
    var proof = item.get("proof").each(JsonMember::sha256);
    return item.get("index")
        .whole()
        .flatMap(
            index ->
                field(item).flatMap(f -> proof.map(hashes -> new ProvenField(f, index, hashes))));
  }

  private static Optional<Field> field(JsonMember item) {
    return item.get("path")
        .text()
        .flatMap(
            path ->
                item.get("salt")
                    .text()
                    .flatMap(Salt::parse)
                    .flatMap(
                        salt ->
                            item.get("value").json().map(value -> new Field(path, value, salt))));
  }

  /** Whether there is at least one field, and each stands once. */
  private static boolean isInOrder(List<ProvenField> fields) {
    for (int i = 1; i < fields.size(); i++) {
      var before = fields.get(i - 1);
      var here = fields.get(i);
      if (here.index() <= before.index()
          || PathOrder.OF_PATHS.compare(here.field().path(), before.field().path()) <= 0) {
        return false;
      }
    }
    return !fields.isEmpty();
  }
}

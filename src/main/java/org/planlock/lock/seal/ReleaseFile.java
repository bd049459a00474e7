package org.planlock.lock.seal;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.planlock.diagnostic.Checked;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.lock.AtomicFile;
import org.planlock.lock.Base64Text;
import org.planlock.lock.BoundedFile;
import org.planlock.lock.EnvelopeSignature;
import org.planlock.lock.Json;
import org.planlock.lock.JsonMember;
import org.planlock.lock.JsonText;
import org.planlock.lock.JsonWriter;
import org.planlock.lock.OneLine;
import org.planlock.lock.Sha256;
import org.planlock.source.Span;

/**
 * A release on disk: a DSSE envelope with the exact bytes of the statement, on one line of JSON. It
 * is only accepted if it is byte for byte what this class would write, apart from CR at its end.
 */
public final class ReleaseFile {
  /** The value of {@code format}. */
  public static final String FORMAT = "planlock-release/1";

  static final String PAYLOAD_TYPE = "application/vnd.in-toto+json";

  private static final String FAMILY = "planlock-release/";
  private static final int MOST_BYTES = 8 << 20;

  private final String name;

  private ReleaseFile(String name) {
    this.name = name;
  }

  /** The bytes of the file. */
  public static byte[] bytes(CustodianRelease release) {
    return OneLine.of(envelope(release.statement().bytes(), release.signatures()));
  }

  /** Writes a file that must not exist yet. */
  public static Checked<Path> create(Path path, CustodianRelease release) {
    return AtomicFile.onDisk().create(path, bytes(release));
  }

  /** The release in a file; whether its signatures hold is another question. */
  public static Checked<CustodianRelease> read(Path path) {
    var name = path.toString();
    return BoundedFile.read(path, name, MOST_BYTES).then(bytes -> parse(bytes, name));
  }

  /** The release in the bytes of a file, under the name that messages show. */
  public static Checked<CustodianRelease> parse(byte[] bytes, String name) {
    var file = new ReleaseFile(name);
    return bytes.length > MOST_BYTES
        ? file.failed(Rule.TOO_LARGE, "is larger than 8 MiB")
        : file.json(bytes).then(json -> file.release(json, bytes));
  }

  private static Json envelope(byte[] payload, List<EnvelopeSignature> signatures) {
    var signed = EnvelopeSignature.items(signatures);
    return new Json.Fields(
        Map.of(
            "format", new Json.Text(FORMAT),
            "dsse",
                new Json.Fields(
                    Map.of(
                        "payloadType", new Json.Text(PAYLOAD_TYPE),
                        "payload", new Json.Text(Base64Text.of(payload)),
                        "signatures", signed)),
            "statementSha256", new Json.Text(Sha256.of(payload).hex()),
            // tells damaged signatures from forged ones; anybody can compute it
            "signaturesSha256", new Json.Text(Sha256.of(JsonWriter.bytes(signed)).hex())));
  }

  private Checked<CustodianRelease> release(JsonMember file, byte[] bytes) {
    var format = file.get("format").text().orElse("");
    if (!format.startsWith(FAMILY)) {
      return failed(Rule.RELEASE_DAMAGED, "is not a release");
    }
    if (!format.equals(FORMAT)) {
      return failed(Rule.RELEASE_TOO_NEW, "was made by a newer version");
    }
    var payload = file.get("dsse").get("payload").base64();
    var signatures = file.get("dsse").get("signatures").json().flatMap(EnvelopeSignature::list);
    if (payload.isEmpty() || signatures.isEmpty()) {
      return failed(Rule.RELEASE_DAMAGED, "holds no statement, or a signature that is none");
    }
    if (!file.get("statementSha256").sha256().equals(Optional.of(Sha256.of(payload.get())))) {
      return failed(Rule.RELEASE_DAMAGED, "has a statement that was changed");
    }
    return json(payload.get()).then(said -> meant(said, signatures.get(), bytes));
  }

  private Checked<CustodianRelease> meant(
      JsonMember said, List<EnvelopeSignature> signatures, byte[] bytes) {
    var release = ReleaseJson.of(said).map(s -> new CustodianRelease(s, signatures));
    if (release.isEmpty()) {
      return failed(Rule.RELEASE_DAMAGED, "does not say what a release must say");
    }
    return OneLine.isAsWritten(bytes(release.get()), bytes)
        ? Checked.of(release.get())
        : failed(Rule.RELEASE_DAMAGED, "is not as this program writes it");
  }

  private Checked<JsonMember> json(byte[] bytes) {
    return JsonText.read(bytes, name, Rule.RELEASE_DAMAGED).map(JsonMember::of);
  }

  private <T> Checked<T> failed(Rule rule, String predicate) {
    return Checked.failed(Diagnostic.at(Span.none(name), rule, "`" + name + "` " + predicate));
  }
}

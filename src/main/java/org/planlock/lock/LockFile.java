package org.planlock.lock;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.planlock.diagnostic.Checked;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.source.Span;

/**
 * The lock on disk: a DSSE envelope with the exact bytes of the statement, on one line of JSON.
 *
 * <p>{@code signatures} and {@code time} may be added to later: they speak of the statement and are
 * no part of it. A file is only accepted if it is byte for byte what this class would write, apart
 * from CR at its end.
 */
public final class LockFile {
  /** The value of {@code format}. */
  public static final String FORMAT = "planlock-lock/1";

  private static final String FAMILY = "planlock-lock/";
  private static final String PAYLOAD_TYPE = "application/vnd.in-toto+json";
  private static final int LARGEST = 8 << 20;

  private final Span place;
  private final String name;

  private LockFile(String name) {
    this.name = name;
    this.place = Span.none(name);
  }

  /** The bytes of the file. */
  public static byte[] bytes(PlanLock lock) {
    return OneLine.of(envelope(lock.statement().bytes(), lock.signatures(), lock.time()));
  }

  /** The lock in a file; one that was changed may still be given, with an error. */
  public static Checked<PlanLock> read(Path path) {
    var name = path.toString();
    return RegularFile.read(path, name, LARGEST).then(bytes -> parse(bytes, name));
  }

  /** The lock in the bytes of a file, under the name that messages show. */
  public static Checked<PlanLock> parse(byte[] bytes, String name) {
    var file = new LockFile(name);
    return bytes.length > LARGEST
        ? file.failed(Rule.TOO_LARGE, "`" + name + "` is larger than 8 MiB")
        : JsonText.read(bytes, name).then(json -> file.lock(json, bytes));
  }

  private static Json envelope(
      byte[] payload, List<EnvelopeSignature> signatures, List<Json.Fields> time) {
    var signed = EnvelopeSignature.items(signatures);
    var stamped = new Json.Items(List.copyOf(time));
    var members = new TreeMap<String, Json>();
    members.put("format", StatementJson.text(FORMAT));
    members.put(
        "dsse",
        StatementJson.fields(
            "payloadType", StatementJson.text(PAYLOAD_TYPE),
            "payload", StatementJson.text(Base64Text.of(payload)),
            "signatures", signed));
    members.put("statementSha256", StatementJson.text(Sha256.of(payload).hex()));
    members.put("time", stamped);
    if (!signatures.isEmpty() || !time.isEmpty()) {
      members.put("evidenceSha256", StatementJson.text(evidence(signed, stamped).hex()));
    }
    return new Json.Fields(members);
  }

  /** Tells a damaged signature or stamp from a forged one; anybody can compute it. */
  private static Sha256 evidence(Json signatures, Json time) {
    return Sha256.of(JsonWriter.bytes(new Json.Items(List.of(signatures, time))));
  }

  private Checked<PlanLock> lock(Json json, byte[] bytes) {
    var lock = JsonMember.of(json);
    var format = lock.get("format").text().orElse("");
    if (!format.startsWith(FAMILY)) {
      return failed(Rule.LOCK_DAMAGED, "`" + name + "` is not a lock");
    }
    if (!format.equals(FORMAT)) {
      return failed(Rule.LOCK_TOO_NEW, "`" + name + "` was made by a newer version");
    }
    var payload = lock.get("dsse").get("payload").base64();
    if (payload.isEmpty()) {
      return failed(Rule.LOCK_DAMAGED, "`" + name + "` holds no statement");
    }
    var signatures = lock.get("dsse").get("signatures").json().flatMap(EnvelopeSignature::list);
    var time = lock.get("time").each(JsonMember::fields).filter(LockFile::isFew);
    return signatures
        .flatMap(signed -> time.map(stamps -> lock(payload.get(), signed, stamps, lock, bytes)))
        .orElseGet(
            () ->
                failed(
                    Rule.LOCK_DAMAGED,
                    "`" + name + "` holds a signature or a time stamp that cannot be read"));
  }

  private static boolean isFew(List<Json.Fields> stamps) {
    return stamps.size() <= PlanLock.MOST_STAMPS;
  }

  private Checked<PlanLock> lock(
      byte[] payload,
      List<EnvelopeSignature> signatures,
      List<Json.Fields> time,
      JsonMember file,
      byte[] bytes) {
    var found = new ArrayList<Diagnostic>();
    var sha256 = Sha256.of(payload);
    var stated = file.get("statementSha256").text();
    boolean isStated = stated.equals(Optional.of(sha256.hex()));
    if (!isStated) {
      found.add(
          Diagnostic.at(
                  place, Rule.STATEMENT_CHANGED, "the statement in `" + name + "` was changed")
              .note("it has " + sha256 + ", the lock says sha256:" + stated.orElse("nothing")));
    }
    var statement = StatementReader.read(payload, name);
    found.addAll(statement.diagnostics());
    if (isStated
        && statement.isSound()
        && !OneLine.isAsWritten(OneLine.of(envelope(payload, signatures, time)), bytes)) {
      found.add(
          Diagnostic.at(
              place, Rule.LOCK_DAMAGED, "`" + name + "` is not as this program writes it"));
    }
    return new Checked<>(
        statement.value().map(said -> new PlanLock(said, signatures, time)), found);
  }

  private Checked<PlanLock> failed(Rule rule, String message) {
    return Checked.failed(Diagnostic.at(place, rule, message));
  }
}

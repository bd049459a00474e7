package org.planlock.lock;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.planlock.diagnostic.Rule;

/** Writes locks that no honest program writes, with every checksum made to fit. */
public final class LockForgery {
  private static final String SUBJECT_START = "\"subject\":[{\"digest\":{\"sha256\":\"";

  private LockForgery() {}

  /** A lock whose statement is some edited text; its evidence stays and its checksums fit. */
  public static byte[] edited(PlanLock lock, UnaryOperator<String> edit) {
    var text = new String(lock.statement().bytes(), StandardCharsets.UTF_8);
    var changed = edit.apply(text);
    if (changed.equals(text)) {
      throw new IllegalArgumentException("nothing was changed");
    }
    return file(changed.getBytes(StandardCharsets.UTF_8), lock.signatures(), lock.time());
  }

  /** The same, and the plan's digest in the statement is made to fit the edited plan. */
  public static byte[] resealed(PlanLock lock, UnaryOperator<String> edit) {
    return edited(lock, text -> withSubject(edit.apply(text)));
  }

  private static String withSubject(String statement) {
    var json =
        JsonText.read(statement.getBytes(StandardCharsets.UTF_8), "forged", Rule.LOCK_DAMAGED)
            .orThrow();
    var plan = JsonMember.of(json).get("predicate").get("plan").json().orElseThrow();
    int from = statement.lastIndexOf(SUBJECT_START) + SUBJECT_START.length();
    return statement.substring(0, from)
        + PlanDigest.of(plan).sha256().hex()
        + statement.substring(from + 64);
  }

  /** The file of any bytes as a statement. */
  public static byte[] file(
      byte[] payload, List<EnvelopeSignature> signatures, List<Json.Fields> time) {
    Map<String, Json> envelope = new TreeMap<>();
    envelope.put("payload", new Json.Text(Base64Text.of(payload)));
    envelope.put("payloadType", new Json.Text(LockFile.PAYLOAD_TYPE));
    envelope.put("signatures", EnvelopeSignature.items(signatures));
    Map<String, Json> file = new TreeMap<>();
    file.put("dsse", new Json.Fields(envelope));
    file.put("format", new Json.Text(LockFile.FORMAT));
    file.put("statementSha256", new Json.Text(Sha256.of(payload).hex()));
    file.put("time", new Json.Items(List.copyOf(time)));
    if (!signatures.isEmpty() || !time.isEmpty()) {
      var evidence =
          new Json.Items(
              List.of(EnvelopeSignature.items(signatures), new Json.Items(List.copyOf(time))));
      file.put("evidenceSha256", new Json.Text(Sha256.of(JsonWriter.bytes(evidence)).hex()));
    }
    return OneLine.of(new Json.Fields(file));
  }
}

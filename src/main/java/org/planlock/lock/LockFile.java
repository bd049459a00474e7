package org.planlock.lock;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.planlock.diagnostic.Checked;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.source.Span;

/**
 * The lock on disk: a DSSE envelope with the exact bytes of the statement, on one line of JSON.
 *
 * <p>{@code signatures} and {@code time} are lists with a place for what this version does not
 * make. A file is only accepted if it is byte for byte what this class would write, apart from CR
 * at its end.
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
    return OneLine.of(envelope(lock.statement().bytes()));
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

  private static Json envelope(byte[] payload) {
    return StatementJson.fields(
        "format", StatementJson.text(FORMAT),
        "dsse",
            StatementJson.fields(
                "payloadType", StatementJson.text(PAYLOAD_TYPE),
                "payload", StatementJson.text(Base64Text.of(payload)),
                "signatures", new Json.Items(List.of())),
        "statementSha256", StatementJson.text(Sha256.of(payload).hex()),
        "time", new Json.Items(List.of()));
  }

  private Checked<PlanLock> lock(Json json, byte[] bytes) {
    var members = json instanceof Json.Fields fields ? fields.members() : Map.<String, Json>of();
    var format = text(members, "format").orElse("");
    if (!format.startsWith(FAMILY)) {
      return failed(Rule.LOCK_DAMAGED, "`" + name + "` is not a lock");
    }
    if (!format.equals(FORMAT)
        || isNotEmpty(members.get("time"))
        || isNotEmpty(dsse(members).get("signatures"))) {
      return failed(Rule.LOCK_TOO_NEW, "`" + name + "` was made by a newer version");
    }
    var payload = text(dsse(members), "payload").flatMap(Base64Text::parse);
    return payload
        .map(statement -> lock(statement, text(members, "statementSha256"), bytes))
        .orElseGet(() -> failed(Rule.LOCK_DAMAGED, "`" + name + "` holds no statement"));
  }

  private Checked<PlanLock> lock(byte[] payload, Optional<String> stated, byte[] bytes) {
    var found = new ArrayList<Diagnostic>();
    var sha256 = Sha256.of(payload);
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
        && !OneLine.isAsWritten(OneLine.of(envelope(payload)), bytes)) {
      found.add(
          Diagnostic.at(
              place, Rule.LOCK_DAMAGED, "`" + name + "` is not as this program writes it"));
    }
    return new Checked<>(statement.value().map(PlanLock::new), found);
  }

  private static Map<String, Json> dsse(Map<String, Json> members) {
    return members.get("dsse") instanceof Json.Fields fields ? fields.members() : Map.of();
  }

  private static boolean isNotEmpty(@org.jspecify.annotations.Nullable Json json) {
    return json instanceof Json.Items items && !items.items().isEmpty();
  }

  private static Optional<String> text(Map<String, Json> members, String key) {
    return members.get(key) instanceof Json.Text text ? Optional.of(text.text()) : Optional.empty();
  }

  private Checked<PlanLock> failed(Rule rule, String message) {
    return Checked.failed(Diagnostic.at(place, rule, message));
  }
}

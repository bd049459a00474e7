package org.planlock.lock.time;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.planlock.diagnostic.Checked;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.lock.Base64Text;
import org.planlock.lock.Json;
import org.planlock.lock.JsonMember;
import org.planlock.lock.JsonWriter;
import org.planlock.lock.PlanLock;
import org.planlock.source.Span;

/**
 * A time stamp as it stands in {@code time} of a lock; nothing is said of whether it holds.
 *
 * @param over what was stamped
 * @param request the query that was sent, as TimeStampReq (RFC 3161 §2.4.1) in base64; none if
 *     nobody kept it
 * @param response the reply, as TimeStampResp (RFC 3161 §2.4.2) in base64
 * @param note where it comes from, in words; nothing rests on it
 */
public record TimeEvidence(
    TimeSubject over, Optional<String> request, String response, String note) {
  /** The one kind that there is. */
  public static final String KIND = "rfc3161";

  /** The largest reply: real ones have 2 to 10 KiB. */
  public static final int MOST_BYTES = 1 << 20;

  static final int MOST_REQUEST_BYTES = 64 << 10;

  private static final int LONGEST_NOTE = 400;

  public TimeEvidence {
    boolean isFit = isFit(response, MOST_BYTES);
    if (!isFit || !request.map(r -> isFit(r, MOST_REQUEST_BYTES)).orElse(true)) {
      throw new IllegalArgumentException("not base64, or too long");
    }
    if (note.length() > LONGEST_NOTE) {
      throw new IllegalArgumentException("a note of " + note.length() + " characters");
    }
  }

  /** The stamp of a query that was kept and its reply, both in DER. */
  public static TimeEvidence of(TimeSubject over, byte[] request, byte[] response, String note) {
    return new TimeEvidence(
        over, Optional.of(Base64Text.of(request)), Base64Text.of(response), note);
  }

  /** The stamp of a reply whose query is not known. */
  public static TimeEvidence of(TimeSubject over, byte[] response, String note) {
    return new TimeEvidence(over, Optional.empty(), Base64Text.of(response), note);
  }

  /** The stamp in a JSON object that has exactly its members. */
  public static Optional<TimeEvidence> of(Json json) {
    var member = JsonMember.of(json);
    var request = member.get("request").text();
    var note = member.get("note").text();
    return member
        .get("over")
        .text()
        .flatMap(TimeSubject::parse)
        .flatMap(
            over ->
                member
                    .get("response")
                    .text()
                    .filter(response -> isFit(response, MOST_BYTES))
                    .filter(response -> isFit(request, note))
                    .map(response -> new TimeEvidence(over, request, response, note.orElse(""))))
        // whatever is more, less or otherwise shows when it is written again
        .filter(evidence -> JsonWriter.text(evidence.json()).equals(JsonWriter.text(json)));
  }

  /**
   * The stamp in a JSON object of a lock, or why there is none: it is of a kind that only a newer
   * version knows, or no stamp.
   *
   * @param name what messages call the lock
   */
  public static Checked<TimeEvidence> read(Json json, String name) {
    var kind = JsonMember.of(json).get("kind").text();
    if (kind.isPresent() && !kind.get().equals(KIND)) {
      return Checked.failed(
          Diagnostic.at(
                  Span.none(name),
                  Rule.LOCK_TOO_NEW,
                  "`" + name + "` holds evidence of time that only a newer version can check")
              .help("verify it with that version"));
    }
    return of(json)
        .map(Checked::of)
        .orElseGet(
            () ->
                Checked.failed(
                    Diagnostic.at(
                        Span.none(name),
                        Rule.TIME_STAMP_UNREADABLE,
                        "`" + name + "` holds a time stamp that is none")));
  }

  /**
   * All stamps in a JSON array, if each is one and there are at most {@value PlanLock#MOST_STAMPS}.
   */
  public static Optional<List<TimeEvidence>> list(Json json) {
    return JsonMember.of(json)
        .each(item -> item.json().flatMap(TimeEvidence::of))
        .filter(all -> all.size() <= PlanLock.MOST_STAMPS);
  }

  /** The JSON array of these stamps, in this order. */
  public static Json items(List<TimeEvidence> stamps) {
    return new Json.Items(stamps.stream().<Json>map(TimeEvidence::json).toList());
  }

  /** The JSON object. */
  public Json.Fields json() {
    Map<String, Json> members = new TreeMap<>();
    members.put("kind", new Json.Text(KIND));
    members.put("over", new Json.Text(over.word()));
    request.ifPresent(sent -> members.put("request", new Json.Text(sent)));
    members.put("response", new Json.Text(response));
    members.put("note", new Json.Text(note));
    return new Json.Fields(members);
  }

  /** The bytes of the query, if it was kept. */
  public Optional<byte[]> requestDer() {
    return request.flatMap(Base64Text::parse);
  }

  /** The bytes of the reply. */
  public byte[] responseDer() {
    return Base64Text.parse(response).orElseThrow();
  }

  private static boolean isFit(Optional<String> request, Optional<String> note) {
    return request.map(sent -> isFit(sent, MOST_REQUEST_BYTES)).orElse(true)
        && note.map(words -> words.length() <= LONGEST_NOTE).orElse(true);
  }

  private static boolean isFit(String base64, int mostBytes) {
    // four letters for three bytes
    return base64.length() <= mostBytes / 3 * 4 + 4 && Base64Text.parse(base64).isPresent();
  }
}

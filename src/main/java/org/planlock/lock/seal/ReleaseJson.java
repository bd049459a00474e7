package org.planlock.lock.seal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.planlock.lock.Json;
import org.planlock.lock.JsonMember;
import org.planlock.lock.JsonWriter;
import org.planlock.lock.merkle.TreeHead;

/** A release statement as JSON, and back. */
final class ReleaseJson {
  private static final String TYPE = "https://in-toto.io/Statement/v1";
  private static final String PREDICATE_TYPE = "https://planlock.org/release/v1";

  private ReleaseJson() {}

  static byte[] bytes(ReleaseStatement release) {
    var subject =
        new Json.Fields(
            Map.of(
                "name", new Json.Text(release.fileName()),
                "digest",
                    new Json.Fields(Map.of("sha256", new Json.Text(release.sealed().hex())))));
    return JsonWriter.bytes(
        new Json.Fields(
            Map.of(
                "_type", new Json.Text(TYPE),
                "predicateType", new Json.Text(PREDICATE_TYPE),
                "subject", new Json.Items(List.of(subject)),
                "predicate", predicate(release))));
  }

  /** The statement in JSON, if it has all that one needs; it may have more. */
  static Optional<ReleaseStatement> of(JsonMember json) {
    var predicate = json.get("predicate");
    var lock = predicate.get("lock").sha256();
    var name = json.get("subject").first().get("name").text().filter(SealedHeader::isFileName);
    var sealed = json.get("subject").first().get("digest").get("sha256").sha256();
    var opens = opens(predicate);
    var head = head(predicate.get("ledger"));
    var reason = predicate.get("reason").text().filter(ReleaseStatement::isReason);
    var time = predicate.get("claimedTime").instant();
    return lock.flatMap(
        l ->
            name.flatMap(
                n ->
                    sealed.flatMap(
                        s ->
                            opens.flatMap(
                                o ->
                                    head.flatMap(
                                        h ->
                                            reason.flatMap(
                                                r ->
                                                    time.map(
                                                        t ->
                                                            new ReleaseStatement(
                                                                l, n, s, o, h, r, t))))))));
  }

  private static Json predicate(ReleaseStatement release) {
    var members = new TreeMap<String, Json>();
    members.put("lock", new Json.Text(release.lock().hex()));
    members.put(
        "ledger",
        new Json.Fields(
            Map.of(
                "size", new Json.Number(release.head().size()),
                "root", new Json.Text(release.head().root().hex()))));
    members.put("reason", new Json.Text(release.reason()));
    members.put("claimedTime", new Json.Text(release.claimedTime().toString()));
    release.opens().into(members);
    return new Json.Fields(members);
  }

  private static Optional<Opens> opens(JsonMember predicate) {
    Optional<Opens> everything =
        predicate.get("key").base64().flatMap(CustodianKey::of).map(Opens.Everything::new);
    return everything.or(
        () -> RowDisclosure.of(predicate.get("emergency")).map(Opens.OneParticipant::new));
  }

  private static Optional<TreeHead> head(JsonMember json) {
    return json.get("size")
        .whole()
        .flatMap(size -> json.get("root").sha256().map(root -> new TreeHead(size, root)));
  }
}

package org.planlock.report;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import org.planlock.lock.FileFingerprint;
import org.planlock.lock.PlanLock;

/** What was locked, as programs read it. */
public final class LockJson {
  private LockJson() {}

  /**
   * The digests and where they are kept.
   *
   * @param name of the lock file
   */
  public static JsonObject of(PlanLock lock, String name) {
    var json = new JsonObject();
    json.addProperty("plan", lock.statement().planId());
    json.addProperty("digest", lock.planDigest().toString());
    json.addProperty("statement", lock.sha256().toString());
    json.addProperty("lock", name);
    json.addProperty("claimedTime", lock.claimedTime().toString());
    json.addProperty("timeEvidence", "self-asserted");
    json.add("fixedInputs", inputs(lock));
    json.add("tables", tables(lock));
    return json;
  }

  private static JsonArray inputs(PlanLock lock) {
    var array = new JsonArray();
    for (var input : lock.statement().files()) {
      var one = new JsonObject();
      one.addProperty("path", input.path());
      one.addProperty("role", input.role());
      one.addProperty("sha256", input.fingerprint().sha256().hex());
      one.addProperty("bytes", input.fingerprint().bytes());
      array.add(one);
    }
    return array;
  }

  private static JsonArray tables(PlanLock lock) {
    var array = new JsonArray();
    for (var table : lock.statement().tables()) {
      var one = new JsonObject();
      one.addProperty("path", table.path());
      one.addProperty("sha256", table.fingerprint().map(LockJson::hex).orElse(null));
      array.add(one);
    }
    return array;
  }

  private static String hex(FileFingerprint print) {
    return print.sha256().hex();
  }
}

package org.planlock.lock;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Writes a statement as JSON. */
final class StatementJson {
  static final String TYPE = "https://in-toto.io/Statement/v1";
  static final String PREDICATE_TYPE = "https://planlock.org/lock/v1";
  static final int SCHEMA = 1;
  static final String HASHED = "hashed";
  static final String NOT_YET_COLLECTED = "not yet collected";

  private StatementJson() {}

  /**
   * The statement.
   *
   * @param plan the JSON of its plan
   * @param digest of that
   */
  static Json of(Statement statement, Json plan, PlanDigest digest) {
    return fields(
        "_type", text(TYPE),
        "predicateType", text(PREDICATE_TYPE),
        "subject", subject(statement, digest),
        "predicate", predicate(statement, plan));
  }

  static Json.Fields fields(Object... namesAndValues) {
    Map<String, Json> members = new TreeMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      members.put((String) namesAndValues[i], (Json) namesAndValues[i + 1]);
    }
    return new Json.Fields(members);
  }

  static Json text(String text) {
    return new Json.Text(text);
  }

  private static Json subject(Statement statement, PlanDigest plan) {
    var subjects = new ArrayList<Json>();
    subjects.add(subject(statement.planId(), plan.sha256()));
    statement.files().forEach(f -> subjects.add(subject(f.path(), f.fingerprint().sha256())));
    return new Json.Items(subjects);
  }

  private static Json subject(String name, Sha256 sha256) {
    return fields("name", text(name), "digest", fields("sha256", text(sha256.hex())));
  }

  private static Json predicate(Statement statement, Json plan) {
    var provenance = statement.provenance();
    var members = new TreeMap<String, Json>();
    members.put("schema", new Json.Number(SCHEMA));
    members.put("plan", plan);
    members.put("canonicalisation", new Json.Number(CanonicalJson.VERSION));
    members.put("files", items(statement.files().stream().map(StatementJson::file).toList()));
    members.put("tables", items(statement.tables().stream().map(StatementJson::table).toList()));
    members.put("semantics", new Json.Number(provenance.semantics()));
    members.put("tool", tool(provenance.tool()));
    members.put("rng", fields("algorithm", text("sha256_counter"), "seed", text("plan_digest")));
    members.put("claimedTime", text(provenance.claimedTime().toString()));
    members.put("source", source(provenance.source()));
    provenance.author().ifPresent(author -> members.put("author", text(author)));
    statement.concealment().ifPresent(means -> conceal(members, means));
    statement.supersession().ifPresent(earlier -> supersede(members, earlier));
    return new Json.Fields(members);
  }

  private static void conceal(Map<String, Json> members, Concealment means) {
    members.put("salt", text(means.salt().hex()));
    members.put("fieldsRoot", text(means.fieldsRoot().hex()));
  }

  private static void supersede(Map<String, Json> members, Supersession earlier) {
    members.put("supersedes", text(earlier.lock().hex()));
    members.put("reason", text(earlier.reason()));
  }

  private static Json items(List<Json> items) {
    return new Json.Items(items);
  }

  private static Json file(FixedInput file) {
    var members = fingerprint(file.fingerprint());
    members.put("path", text(file.path()));
    members.put("role", text(file.role()));
    return new Json.Fields(members);
  }

  private static Json table(LockedTable table) {
    Map<String, Json> members =
        table.fingerprint().map(StatementJson::fingerprint).orElseGet(TreeMap::new);
    members.put("path", text(table.path()));
    members.put("state", text(table.fingerprint().isPresent() ? HASHED : NOT_YET_COLLECTED));
    return new Json.Fields(members);
  }

  private static Map<String, Json> fingerprint(FileFingerprint fingerprint) {
    var members = new TreeMap<String, Json>();
    members.put("sha256", text(fingerprint.sha256().hex()));
    members.put("bytes", new Json.Number(fingerprint.bytes()));
    fingerprint
        .contentSha256()
        .ifPresent(sha256 -> members.put("contentSha256", text(sha256.hex())));
    return members;
  }

  private static Json tool(Provenance.Tool tool) {
    return fields("name", text(tool.name()), "version", text(tool.version()));
  }

  private static Json source(Provenance.Source source) {
    var members = new TreeMap<String, Json>();
    members.put("name", text(source.name()));
    members.put("notation", text(source.notation()));
    source.sha256().ifPresent(sha256 -> members.put("sha256", text(sha256.hex())));
    return new Json.Fields(members);
  }
}

package org.planlock.lock;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Optional;
import org.planlock.diagnostic.Checked;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.source.Span;

/**
 * Reads a statement and believes nothing that it cannot write back byte by byte.
 *
 * <p>Reading only looks for what it needs; whatever is more, less or spelt otherwise shows when the
 * statement is written again and compared.
 */
final class StatementReader {
  private final Span place;

  private StatementReader(Span place) {
    this.place = place;
  }

  static Checked<Statement> read(byte[] bytes, String name) {
    var reader = new StatementReader(Span.none(name));
    return JsonText.read(bytes, name).then(json -> reader.statement(json, bytes));
  }

  private Checked<Statement> statement(Json json, byte[] bytes) {
    var root = new JsonMember(Optional.of(json));
    var predicate = root.get("predicate");
    if (isNewer(root, predicate)) {
      return failed(Rule.LOCK_TOO_NEW, "the lock was made by a newer version");
    }
    return statement(predicate)
        .map(statement -> compared(statement, root, bytes))
        .orElseGet(
            () -> failed(Rule.LOCK_DAMAGED, "the lock does not state what a lock must state"));
  }

  private static boolean isNewer(JsonMember root, JsonMember predicate) {
    return root.get("predicateType")
            .text()
            .filter(t -> !t.equals(StatementJson.PREDICATE_TYPE))
            .isPresent()
        || predicate.get("schema").whole().filter(n -> n > StatementJson.SCHEMA).isPresent()
        || predicate
            .get("canonicalisation")
            .whole()
            .filter(n -> n > CanonicalJson.VERSION)
            .isPresent();
  }

  private Checked<Statement> compared(Statement statement, JsonMember root, byte[] bytes) {
    return statement
        .form()
        .value()
        .map(form -> compared(statement, form, root, bytes))
        .orElseGet(() -> failed(Rule.LOCK_DAMAGED, "the lock holds a plan that cannot be hashed"));
  }

  private Checked<Statement> compared(
      Statement statement, StatementForm form, JsonMember root, byte[] bytes) {
    var found = new ArrayList<Diagnostic>();
    var digest = root.get("subject").first().get("digest").get("sha256").text();
    if (!digest.equals(Optional.of(form.plan().sha256().hex()))) {
      found.add(
          Diagnostic.at(
                  place,
                  Rule.SUBJECT_MISMATCH,
                  "the lock holds another plan than the one that it names")
              .note("the plan in it has " + form.plan()));
    } else if (!Arrays.equals(form.bytes(), bytes)) {
      found.add(
          Diagnostic.at(
              place,
              Rule.STATEMENT_NOT_CANONICAL,
              "the statement is not as this program writes it"));
    }
    return Checked.of(statement, found);
  }

  private Optional<Statement> statement(JsonMember predicate) {
    var plan = predicate.get("plan").fields().map(fields -> TreeJson.mapping(fields, place));
    var files = predicate.get("files").each(StatementReader::file);
    var tables = predicate.get("tables").each(StatementReader::table);
    var provenance = provenance(predicate);
    return plan.flatMap(
        p ->
            files.flatMap(
                f ->
                    tables.flatMap(
                        t ->
                            provenance.map(
                                o ->
                                    new Statement(
                                        p, f, t, o, concealment(predicate), earlier(predicate))))));
  }

  private static Optional<Concealment> concealment(JsonMember predicate) {
    return predicate
        .get("salt")
        .text()
        .flatMap(Salt::parse)
        .flatMap(
            salt -> predicate.get("fieldsRoot").sha256().map(root -> new Concealment(salt, root)));
  }

  private static Optional<Supersession> earlier(JsonMember predicate) {
    return predicate
        .get("supersedes")
        .sha256()
        .flatMap(
            lock ->
                predicate
                    .get("reason")
                    .text()
                    .filter(reason -> !reason.isBlank())
                    .map(reason -> new Supersession(lock, reason)));
  }

  private static Optional<Provenance> provenance(JsonMember predicate) {
    var semantics = predicate.get("semantics").whole().filter(n -> n <= Integer.MAX_VALUE);
    var tool = predicate.get("tool");
    var source = predicate.get("source");
    var program =
        tool.get("name")
            .text()
            .flatMap(n -> tool.get("version").text().map(v -> new Provenance.Tool(n, v)));
    var origin =
        source
            .get("name")
            .text()
            .flatMap(
                n ->
                    source
                        .get("notation")
                        .text()
                        .map(s -> new Provenance.Source(n, s, source.get("sha256").sha256())));
    var time = predicate.get("claimedTime").instant();
    var author = predicate.get("author").text();
    return semantics.flatMap(
        s ->
            program.flatMap(
                p ->
                    time.flatMap(
                        t -> origin.map(o -> new Provenance(s.intValue(), p, author, t, o)))));
  }

  private static Optional<FixedInput> file(JsonMember file) {
    return fingerprint(file)
        .flatMap(
            print ->
                file.get("path")
                    .text()
                    .flatMap(
                        path ->
                            file.get("role")
                                .text()
                                .map(role -> new FixedInput(path, role, print))));
  }

  private static Optional<LockedTable> table(JsonMember table) {
    return table.get("path").text().map(path -> new LockedTable(path, fingerprint(table)));
  }

  private static Optional<FileFingerprint> fingerprint(JsonMember file) {
    var content = file.get("contentSha256").sha256();
    return file.get("sha256")
        .sha256()
        .flatMap(
            sha256 ->
                file.get("bytes")
                    .whole()
                    .map(bytes -> new FileFingerprint(sha256, bytes, content)));
  }

  private Checked<Statement> failed(Rule rule, String message) {
    return Checked.failed(Diagnostic.at(place, rule, message));
  }
}

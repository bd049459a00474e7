package org.planlock.cli;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.planlock.Planlock;
import org.planlock.deviation.Deviation;
import org.planlock.deviation.DeviationReport;
import org.planlock.deviation.Evidence;
import org.planlock.diagnostic.Checked;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.lock.PlanLock;
import org.planlock.plan.BoundPlan;
import org.planlock.report.journal.JournalPages;
import org.planlock.source.Span;
import org.planlock.trace.Trace;
import org.planlock.trace.TraceFile;

/**
 * The folder of a finished execution.
 *
 * @param run as typed
 * @param named the lock or the unlocked plan that was executed, as typed
 */
record FinishedRun(Surroundings surroundings, String run, Optional<String> named) {
  /** The pages of it, if lock, trace and results belong together. */
  Checked<JournalPages> pages() {
    var resultsName = run + "/results.json";
    return new ResultsBeside(surroundings)
        .read(resultsName)
        .then(
            results ->
                TraceFile.read(surroundings.file(run + "/trace.jsonl"))
                    .then(trace -> pages(results, trace)));
  }

  private Checked<JournalPages> pages(JsonObject results, Trace trace) {
    if (results.has("blind")) {
      return Checked.failed(
          Diagnostic.at(
                  Span.none(run),
                  Rule.STILL_SEALED,
                  "`" + run + "` is a blind execution: nothing to report")
              .note("its labels were dealt anew, so no number in it is a result"));
    }
    return registered(results)
        .then(
            registration -> {
              var whole = new Evidence(registration.plan(), registration.lock(), trace);
              return isOf(results, whole) ? told(results, whole) : Checked.failed(changed());
            })
        .then(evidence -> made(results, evidence));
  }

  /** Members of another shape than this program writes are damage, as much as broken JSON is. */
  private Checked<JournalPages> made(JsonObject results, Evidence evidence) {
    try {
      return Checked.of(JournalPages.of(results, evidence));
    } catch (NumberFormatException e) {
      return ResultsBeside.unreadable(run + "/results.json");
    }
  }

  /** Labels, verdicts and numbers that are not those of plan and trace are put on no page. */
  private Checked<Evidence> told(JsonObject results, Evidence whole) {
    return ResultsBeside.values(run + "/results.json", results)
        .map(whole::reporting)
        .then(evidence -> told(evidence, DeviationReport.of(whole).deviations()))
        .map(evidence -> whole);
  }

  private Checked<Evidence> told(Evidence evidence, List<Deviation> known) {
    var altered =
        DeviationReport.of(evidence).deviations().stream()
            .filter(deviation -> !known.contains(deviation))
            .map(d -> d.diagnostic(evidence.paths().place(d.path()), run + "/trace.jsonl"))
            .toList();
    return altered.isEmpty()
        ? Checked.of(evidence)
        : Checked.failed(Stream.concat(Stream.of(changed()), altered.stream()).toList());
  }

  private static boolean isOf(JsonObject results, Evidence evidence) {
    var found =
        DeviationReport.of(evidence).deviations().stream()
            .map(
                d ->
                    d.rule().code() + " " + d.path() + " " + d.participant().orElse("") + d.floor())
            .toList();
    var kept = new ArrayList<String>();
    for (var element : array(results)) {
      var one = element.getAsJsonObject();
      kept.add(
          text(one, "code")
              + " "
              + text(one, "path")
              + " "
              + text(one, "participant")
              + text(one, "floor"));
    }
    return found.equals(kept);
  }

  private static Iterable<com.google.gson.JsonElement> array(JsonObject results) {
    var array = results.get("deviations");
    return array != null
            && array.isJsonArray()
            && Stream.of(array).allMatch(FinishedRun::isOfObjects)
        ? array.getAsJsonArray()
        : List.of();
  }

  private static boolean isOfObjects(com.google.gson.JsonElement array) {
    for (var item : array.getAsJsonArray()) {
      if (!item.isJsonObject()) {
        return false;
      }
    }
    return true;
  }

  private static String text(JsonObject json, String name) {
    var value = json.get(name);
    return value != null && value.isJsonPrimitive() ? value.getAsString() : "";
  }

  private Diagnostic changed() {
    return Diagnostic.at(
            Span.none(run + "/results.json"),
            Rule.RESULT_CHANGED,
            "`" + run + "/results.json` is not what its trace shows")
        .note("results and trace are of two executions, or one of them was edited")
        .help("execute the lock again");
  }

  /** The lock or the plan, which is what the results name. */
  private Checked<Registration> registered(JsonObject results) {
    var digest = text(results, "lock");
    var typed = named.or(() -> new LockNearby(surroundings, run).of(digest));
    if (typed.isEmpty()) {
      return Checked.failed(
          Diagnostic.at(
                  Span.none(run),
                  Rule.FILE_MISSING,
                  "the lock of this execution is not to be found")
              .note(
                  digest.isEmpty() ? "a plan that was not locked was executed" : "it is " + digest)
              .help("name it: `plan report " + run + " --lock LOCK`"));
    }
    var name = typed.get();
    if (!AnyPlan.isLock(name)) {
      return Planlock.read(surroundings.file(name), name)
          .then(
              file ->
                  digest.isEmpty()
                      ? Checked.of(new Registration(file.bound(), Optional.empty()))
                      : Checked.<Registration>failed(otherLock(name, digest)));
    }
    return Planlock.readLock(surroundings.file(name), name)
        .then(
            lock ->
                lock.sha256().toString().equals(digest)
                    ? plan(lock, name).map(plan -> new Registration(plan, Optional.of(lock)))
                    : Checked.<Registration>failed(otherLock(name, digest)));
  }

  private static Checked<BoundPlan> plan(PlanLock lock, String name) {
    return Planlock.plan(lock, Optional.empty(), name);
  }

  private static Diagnostic otherLock(String name, String digest) {
    return Diagnostic.at(
            Span.none(name), Rule.RESULT_OF_OTHER_LOCK, "`" + name + "` is not what was executed")
        .note(digest.isEmpty() ? "the results name no lock" : "the results name " + digest)
        .help("name the lock of this execution");
  }
}

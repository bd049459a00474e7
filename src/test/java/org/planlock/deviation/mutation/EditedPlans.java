package org.planlock.deviation.mutation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.planlock.deviation.Evidence;
import org.planlock.deviation.FieldCheck;
import org.planlock.diagnostic.Checked;
import org.planlock.lock.Demands;
import org.planlock.lock.LockVerifier;
import org.planlock.lock.StudyFolders;
import org.planlock.syntax.TreePaths;

/**
 * Edits one value of a plan: in the file beside the lock, which {@code plan verify} must name; in
 * the lock, after the analysis; and in the trace, as the value that a program says it used.
 *
 * @param every whether all values of all parts are tried, or one of each part of a kind
 */
record EditedPlans(MutatedStudy study, boolean every) {

  Stream<Mutant> mutants() {
    var edits =
        MutatedStudy.others(study.plan(), every)
            // another first column calls a step otherwise, and so all of it
            .filter(e -> TreePaths.get(e.plan().canonical(), e.path()).isSound())
            .toList();
    return IntStream.range(0, edits.size()).boxed().flatMap(i -> of(edits.get(i), i));
  }

  /** All three, or one of them in turn. */
  private Stream<Mutant> of(MutatedStudy.Edit edit, int turn) {
    boolean told = study.isRecorded(edit.path());
    if (every) {
      return Stream.concat(
          Stream.of(file(edit), setting(edit)), told ? Stream.of(lock(edit)) : Stream.empty());
    }
    return Stream.of(
        turn % 3 == 0 ? setting(edit) : turn % 3 == 1 && told ? lock(edit) : file(edit));
  }

  /** The plan beside the lock says something else: finding L301, with the path of each value. */
  private Mutant file(MutatedStudy.Edit edit) {
    var verifier = new LockVerifier(StudyFolders.at(List.of(MutatedStudy.FOLDER)), Demands.NONE, 1);
    var found =
        verifier.verify(Checked.of(study.lock()), Optional.of(Checked.of(edit.plan().canonical())));
    return new Mutant(
        study.name(),
        Source.PLAN,
        edit.path(),
        edit.value(),
        // a value, and what is written out with it
        found.differences().stream()
            .collect(
                Collectors.toMap(
                    d -> FieldCheck.at(d.path()),
                    d -> "L301 " + d.path(),
                    (a, b) -> a,
                    LinkedHashMap::new))
            .values()
            .stream()
            .toList());
  }

  /** The lock that is shown says something else than the one that was followed. */
  private Mutant lock(MutatedStudy.Edit edit) {
    var lock = Relocked.of(edit.plan(), MutatedStudy.FOLDER);
    var trace = Relocked.claiming(study.trace(), lock);
    return Mutant.of(
        study.name(),
        Source.LOCK,
        edit.path(),
        edit.value(),
        new Evidence(edit.plan(), Optional.of(lock), trace));
  }

  /** A program says that it used something else. */
  private Mutant setting(MutatedStudy.Edit edit) {
    return Mutant.of(
        study.name(),
        Source.TRACE,
        edit.path(),
        edit.value(),
        study.evidence(OtherTools.using(study.trace(), edit.plan(), edit.path())));
  }
}

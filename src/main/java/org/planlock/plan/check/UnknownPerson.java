package org.planlock.plan.check;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.plan.register.Amendments;

/** Somebody who signs, counts, releases or accepts, and is not among the persons. */
final class UnknownPerson implements PlanCheck {
  private record Mention(String path, String person) {}

  @Override
  public Stream<Diagnostic> find(PlanFacts facts) {
    var persons = facts.plan().registration().persons().stated();
    if (persons.isEmpty()) {
      return Stream.of();
    }
    var known = new LinkedHashSet<String>();
    persons.get().forEach(person -> known.addAll(List.of(person.role(), person.name())));
    return Stream.of(register(facts), counted(facts), governing(facts))
        .flatMap(mentions -> mentions)
        .filter(mention -> !known.contains(mention.person()))
        .map(
            mention ->
                new UnknownWord(Rule.UNKNOWN_PERSON, "person", mention.person(), known)
                    .at(facts.places().word(mention.path(), mention.person())));
  }

  private static Stream<Mention> register(PlanFacts facts) {
    var registration = facts.plan().registration();
    var signers =
        registration
            .amend()
            .stated()
            .map(Amendments::signedBy)
            .flatMap(s -> s.stated())
            .orElse(List.of())
            .stream()
            .map(name -> new Mention("plan.amend.signed_by", name));
    var knew =
        registration.ledger().orElse(List.of()).stream()
            .map(event -> new Mention("plan.ledger", event.person()));
    return Stream.concat(signers, knew);
  }

  private static Stream<Mention> counted(PlanFacts facts) {
    return facts
        .sample()
        .flatMap(s -> s.abort().stated())
        .flatMap(a -> a.countedBy())
        .map(name -> new Mention("sample.abort", name))
        .stream();
  }

  private static Stream<Mention> governing(PlanFacts facts) {
    var govern = facts.plan().govern().stated();
    var release =
        govern
            .flatMap(g -> g.release().stated())
            .flatMap(r -> r.by().stated())
            .map(name -> new Mention("govern.release.by", name));
    var policy = govern.flatMap(g -> g.deviation().stated());
    var raise =
        policy
            .flatMap(p -> p.raise().stated())
            .map(name -> new Mention("govern.deviation.raise", name));
    var accept =
        policy
            .flatMap(p -> p.accept().stated())
            .map(name -> new Mention("govern.deviation.accept", name));
    return Stream.of(release, raise, accept).flatMap(Optional::stream);
  }
}

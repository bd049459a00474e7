package org.planlock.syntax.groovy;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Nearest;
import org.planlock.diagnostic.Rule;
import org.planlock.source.Span;
import org.planlock.syntax.Findings;
import org.planlock.syntax.PlanNode;
import org.planlock.syntax.groovy.Expression.Argument;
import org.planlock.syntax.groovy.Expression.Call;

/** Goes through a syntax tree and takes what allowed words say; all else is reported. */
final class Walker {
  private static final String SKIPPED = "not_applicable";

  private final Findings findings;
  private final Asked asked;

  Walker(Findings findings, Asked asked) {
    this.findings = findings;
    this.asked = asked;
  }

  /** What the statements of a block say. */
  PlanNode.Mapping plan(List<Call> script, Span whole) {
    var entries = new Entries(findings);
    statements(script, Vocabulary.ofPlan(), entries);
    return entries.mapping(whole);
  }

  private void statements(List<Call> calls, Vocabulary words, Entries into) {
    for (var call : calls) {
      if (findings.isFull()) {
        return;
      }
      var meaning = words.get(call.word());
      if (asked.is(call.word())) {
        asked.statement(words);
      } else if (meaning.isPresent()) {
        statement(call, meaning.get(), into);
      } else {
        findings.add(unknown(call.word(), call.place(), words));
      }
    }
  }

  private void statement(Call call, Vocabulary.Meaning meaning, Entries into) {
    var key = new PlanNode.Scalar(call.word(), call.place());
    if (meaning instanceof Vocabulary.Plain plain) {
      plain(call, plain).ifPresent(value -> into.put(key, value));
    } else if (meaning instanceof Vocabulary.Block block) {
      into.put(key, isReason(call) ? map(call.named(), call.span()) : block(call, block));
    } else {
      item(call, (Vocabulary.Item) meaning, into);
    }
  }

  private Optional<PlanNode> plain(Call call, Vocabulary.Plain meaning) {
    if (call.block().isPresent()) {
      return refused(call, "has a value, not a block", " 'value'");
    }
    if (call.values().isEmpty()) {
      return call.named().isEmpty()
          ? refused(call, "stands here without a value", " 'value'")
          : Optional.of(map(call.named(), call.span()));
    }
    if (!call.named().isEmpty()) {
      return refused(call, "has either values or named values", " 'value'");
    }
    if (call.values().size() == 1) {
      return Optional.of(node(call.values().get(0)));
    }
    if (!meaning.severalValues()) {
      return refused(call, "has one value, here stand several", " 'value'");
    }
    var items = call.values();
    return Optional.of(
        new PlanNode.Sequence(
            items.stream().map(this::node).toList(),
            items.get(0).span().to(items.get(items.size() - 1).span())));
  }

  private <T> Optional<T> refused(Call call, String message, String instead) {
    findings.add(
        SplitNumber.in(call)
            .orElseGet(
                () ->
                    Diagnostic.at(
                            call.place(), Rule.UNEXPECTED_TOKEN, "`" + call.word() + "` " + message)
                        .help("write `" + call.word() + instead + "`")));
    return Optional.empty();
  }

  private PlanNode.Mapping block(Call call, Vocabulary.Block meaning) {
    var entries = new Entries(findings);
    name(call, meaning.name(), entries);
    inside(call, Optional.of(meaning.inside()), entries);
    return entries.mapping(call.span());
  }

  private void item(Call call, Vocabulary.Item meaning, Entries into) {
    var key = new PlanNode.Scalar(meaning.list(), call.place());
    var whole = whole(call);
    if (whole.isPresent()) {
      into.put(key, whole.get());
      return;
    }
    var entries = new Entries(findings);
    name(call, meaning.name(), entries);
    meaning
        .role()
        .ifPresent(
            role ->
                entries.put(
                    new PlanNode.Scalar("role", call.place()),
                    new PlanNode.Scalar(role, call.place())));
    inside(call, meaning.inside(), entries);
    into.item(key, entries.mapping(call.span()));
  }

  /** The whole list at once: in brackets, or the reason why there is none. */
  private Optional<PlanNode> whole(Call call) {
    if (isReason(call)) {
      return Optional.of(map(call.named(), call.span()));
    }
    boolean listed =
        call.values().size() == 1
            && call.values().get(0) instanceof Expression.Listing
            && call.named().isEmpty()
            && call.block().isEmpty();
    return listed ? Optional.of(node(call.values().get(0))) : Optional.empty();
  }

  private static boolean isReason(Call call) {
    return call.values().isEmpty()
        && call.block().isEmpty()
        && call.named().size() == 1
        && call.named().get(0).name().equals(SKIPPED);
  }

  /** The first value, which says what a block or an item is called. */
  private void name(Call call, Optional<String> name, Entries into) {
    if (call.values().isEmpty()) {
      return;
    }
    if (name.isEmpty()) {
      refused(call, "has no name; all its values are named", " key: 'value'");
    } else if (call.values().size() > 1) {
      refused(call, "has one name; all other values are named", "('name', key: 'value')");
    } else {
      var value = node(call.values().get(0));
      into.put(new PlanNode.Scalar(name.get(), value.span()), value);
    }
  }

  /** Named values, and what a block says besides. */
  private void inside(Call call, Optional<Class<?>> block, Entries into) {
    var words = block.map(Vocabulary::of);
    for (var argument : call.named()) {
      boolean known =
          words.isEmpty()
              || argument.name().equals(SKIPPED)
              || asked.is(argument.name())
              || words.get().get(argument.name()).isPresent();
      if (known) {
        put(argument, into);
      } else {
        findings.add(unknown(argument.name(), argument.place(), words.get()));
      }
    }
    if (call.block().isPresent() && words.isPresent()) {
      statements(call.block().get(), words.get(), into);
    } else if (call.block().isPresent()) {
      refused(call, "has named values, not a block", " key: 'value'");
    }
  }

  private void put(Argument argument, Entries into) {
    into.put(new PlanNode.Scalar(argument.name(), argument.place()), node(argument.value()));
  }

  private PlanNode node(Expression expression) {
    if (expression instanceof Expression.Literal literal) {
      return new PlanNode.Scalar(literal.text(), literal.span());
    }
    if (expression instanceof Expression.Listing list) {
      return new PlanNode.Sequence(list.items().stream().map(this::node).toList(), list.span());
    }
    return map(((Expression.Map) expression).entries(), expression.span());
  }

  private PlanNode.Mapping map(List<Argument> named, Span span) {
    var entries = new Entries(findings);
    named.forEach(argument -> put(argument, entries));
    return entries.mapping(span);
  }

  private static Diagnostic unknown(String word, Span place, Vocabulary words) {
    return Diagnostic.at(
            place, Rule.UNKNOWN_STATEMENT, "`" + word + "` is not a word that can stand here")
        .help(
            Nearest.to(word, words.words().keySet())
                .map(near -> "did you mean `" + near + "`?")
                .orElseGet(
                    () ->
                        "the words here are "
                            + words.inOrder().stream()
                                .map(one -> "`" + one + "`")
                                .collect(Collectors.joining(", "))));
  }
}

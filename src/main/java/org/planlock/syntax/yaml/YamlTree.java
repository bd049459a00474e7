package org.planlock.syntax.yaml;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.source.SourceFile;
import org.planlock.source.Span;
import org.planlock.syntax.Findings;
import org.planlock.syntax.ForbiddenCharacters;
import org.planlock.syntax.PlanNode;
import org.yaml.snakeyaml.events.DocumentEndEvent;
import org.yaml.snakeyaml.events.DocumentStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingEndEvent;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceEndEvent;
import org.yaml.snakeyaml.events.SequenceStartEvent;
import org.yaml.snakeyaml.events.StreamEndEvent;
import org.yaml.snakeyaml.events.StreamStartEvent;

/** Builds the tree from events that are known to be plain data, not too deep, and one document. */
final class YamlTree {
  private final SourceFile source;
  private final Findings findings;
  private final Iterator<Event> events;

  YamlTree(SourceFile source, Findings findings, List<Event> events) {
    this.source = source;
    this.findings = findings;
    this.events = events.stream().filter(YamlTree::isContent).iterator();
  }

  /** The whole plan; absent, and reported, if the text is no mapping. */
  Optional<PlanNode.Mapping> root() {
    if (!events.hasNext()) {
      findings.add(notAPlan("the file holds no plan", new Span(source, 0, 0)));
      return Optional.empty();
    }
    Event first = events.next();
    if (first instanceof MappingStartEvent) {
      return Optional.of(mapping(first));
    }
    String what =
        first instanceof SequenceStartEvent
            ? "the file holds a list, not a plan"
            : "the file holds a text, not a plan";
    findings.add(notAPlan(what, span(first, first)));
    return Optional.empty();
  }

  private static Diagnostic notAPlan(String message, Span span) {
    return Diagnostic.at(span, Rule.NOT_A_PLAN, message)
        .note("a plan is a mapping with the keys `planlock`, `plan`, `data`, `models` and others")
        .help("start from `plan new`, which writes a plan with comments");
  }

  private PlanNode node(Event event) {
    if (event instanceof MappingStartEvent) {
      return mapping(event);
    }
    if (event instanceof SequenceStartEvent) {
      return sequence(event);
    }
    return scalar((ScalarEvent) event);
  }

  private PlanNode.Scalar scalar(ScalarEvent event) {
    Span span = span(event, event);
    ForbiddenCharacters.first(event.getValue(), span).ifPresent(findings::add);
    return new PlanNode.Scalar(event.getValue(), span);
  }

  private PlanNode.Sequence sequence(Event start) {
    var items = new ArrayList<PlanNode>();
    Event event = events.next();
    while (!findings.isFull() && !(event instanceof SequenceEndEvent)) {
      if (isMissing(event)) {
        findings.add(
            Diagnostic.at(span(event, event), Rule.MISSING_VALUE, "this item of the list is empty")
                .help("write a value, or `\"\"` for an empty text"));
      }
      items.add(node(event));
      event = following(event);
    }
    return new PlanNode.Sequence(
        items, whole(start, event, items.isEmpty() ? null : items.get(items.size() - 1)));
  }

  private PlanNode.Mapping mapping(Event start) {
    var entries = new ArrayList<PlanNode.Entry>();
    var places = new HashMap<String, Span>();
    Event event = events.next();
    while (!findings.isFull() && !(event instanceof MappingEndEvent)) {
      PlanNode key = node(event);
      if (findings.isFull()) {
        break;
      }
      Event valueEvent = events.next();
      PlanNode value = node(valueEvent);
      if (key instanceof PlanNode.Scalar scalar) {
        if (isFitKey(scalar, places)) {
          missing(scalar, valueEvent);
          entries.add(new PlanNode.Entry(scalar, value));
        }
      } else {
        findings.add(
            Diagnostic.at(
                    key.span(),
                    Rule.UNEXPECTED_TOKEN,
                    "a key must be one word, not a list or a mapping")
                .help("names live in lists of `{name: …}`"));
      }
      event = following(event);
    }
    return new PlanNode.Mapping(
        entries,
        whole(start, event, entries.isEmpty() ? null : entries.get(entries.size() - 1).value()));
  }

  /** The next event; when too much is wrong, reading unwinds and takes no more. */
  private Event following(Event last) {
    return findings.isFull() ? last : events.next();
  }

  private boolean isFitKey(PlanNode.Scalar key, Map<String, Span> places) {
    if ("<<".equals(key.text())) {
      findings.add(
          Diagnostic.at(key.span(), Rule.MERGE_KEY, "the merge key `<<` is not allowed")
              .note("a reader must see what is promised where it stands")
              .help("write the values out"));
      return false;
    }
    var stranger = key.text().codePoints().filter(point -> point > 126).findFirst();
    if (stranger.isPresent()) {
      findings.add(
          ForbiddenCharacters.outOfPlace(
              stranger.getAsInt(),
              place(stranger.getAsInt(), key.span()),
              "keys are words of the language, in plain letters"));
    }
    if (key.text().isEmpty()) {
      findings.add(
          Diagnostic.at(key.span(), Rule.MISSING_VALUE, "a value stands here without a key"));
    }
    Span first =
        places.putIfAbsent(Normalizer.normalize(key.text(), Normalizer.Form.NFC), key.span());
    if (first != null) {
      findings.add(
          Diagnostic.at(
                  key.span(),
                  Rule.DUPLICATE_KEY,
                  "the key `"
                      + key.text()
                      + "` stands on line "
                      + first.line()
                      + " and on line "
                      + key.span().line())
              .labelled(first, "first given here")
              .help("keep one of the two"));
    }
    return first == null;
  }

  /** Where a character stands in a key; the whole key if an escape makes it. */
  private static Span place(int point, Span key) {
    int before = key.text().indexOf(Character.toString(point));
    int from = key.start() + key.text().codePointCount(0, Math.max(0, before));
    return before < 0 ? key : new Span(key.file(), from, from + 1);
  }

  private void missing(PlanNode.Scalar key, Event value) {
    if (isMissing(value)) {
      findings.add(
          Diagnostic.at(key.span(), Rule.MISSING_VALUE, "nothing follows `" + key.text() + ":`")
              .note("an empty value could mean none, unknown or forgotten")
              .help(
                  "write the value, leave the key out, or say `{not_applicable: \"the reason\"}`"));
    }
  }

  private static boolean isMissing(Event event) {
    return event instanceof ScalarEvent scalar && scalar.isPlain() && scalar.getValue().isEmpty();
  }

  private static boolean isContent(Event event) {
    return !(event instanceof StreamStartEvent
        || event instanceof StreamEndEvent
        || event instanceof DocumentStartEvent
        || event instanceof DocumentEndEvent);
  }

  /**
   * In block style the end event lies before the next token, so the last value says better where a
   * collection ends.
   */
  private Span whole(Event start, Event end, @Nullable PlanNode last) {
    Span full = span(start, end);
    boolean flow =
        full.start() < source.length()
            && "[{".contains(source.slice(full.start(), full.start() + 1));
    return flow || last == null
        ? full
        : new Span(source, full.start(), Math.max(full.start(), last.span().end()));
  }

  private Span span(Event start, Event end) {
    int from = Math.min(start.getStartMark().getIndex(), source.length());
    return new Span(
        source, from, Math.max(from, Math.min(end.getEndMark().getIndex(), source.length())));
  }
}

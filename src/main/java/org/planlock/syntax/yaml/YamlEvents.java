package org.planlock.syntax.yaml;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.source.SourceFile;
import org.planlock.source.Span;
import org.planlock.syntax.Findings;
import org.planlock.syntax.SourceReading;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionEndEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.DocumentStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;

/** The events of a YAML text, refused where they would make it more than plain data. */
final class YamlEvents {
  private static final int DEEPEST = 64;

  /** More keys, values and brackets than this in one plan are no text that people read. */
  private static final int MOST = 100_000;

  private static final int LONGEST_TAG = 80;
  private static final int LONGEST_LINE = 500_000;

  private final SourceFile source;
  private final Findings findings;
  private final List<Event> events = new ArrayList<>();

  YamlEvents(SourceFile source, Findings findings) {
    this.source = source;
    this.findings = findings;
  }

  /** All events, as far as the text can be read. */
  List<Event> read() {
    if (source.length() > SourceReading.MOST_BYTES) {
      findings.add(SourceReading.tooLarge(source.name()));
      return List.of();
    }
    if (!linesFit()) {
      return List.of();
    }
    try {
      readAll();
    } catch (YAMLException broken) {
      findings.add(new YamlFailure(source, events).explain(broken));
    } catch (RuntimeException | StackOverflowError broken) {
      // the parser has bugs of its own on hostile bytes; a plan that meets one is unreadable, not a
      // crash
      findings.add(
          Diagnostic.at(
                  lastPlace(), Rule.UNEXPECTED_TOKEN, "what follows here cannot be read as YAML")
              .help("texts with special characters stand in double quotes"));
    }
    return events;
  }

  /** The parser looks ahead over whole lines, which takes long where a line is endless. */
  private boolean linesFit() {
    var lines = source.lines();
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).length() > LONGEST_LINE) {
        findings.add(
            Diagnostic.at(
                    lastPlace(),
                    Rule.TOO_LARGE,
                    "line " + (i + 1) + " is longer than " + LONGEST_LINE + " characters")
                .note("a plan is a text that people read")
                .help("break the line, or check that this is the plan and not a data file"));
        return false;
      }
    }
    return true;
  }

  private void readAll() {
    var options = new LoaderOptions();
    options.setCodePointLimit(SourceReading.MOST_BYTES + 1);
    int depth = 0;
    int documents = 0;
    for (Event event : new Yaml(options).parse(new StringReader(source.text()))) {
      events.add(event);
      if (event instanceof CollectionStartEvent) {
        depth++;
      } else if (event instanceof CollectionEndEvent) {
        depth--;
      } else if (event instanceof DocumentStartEvent) {
        documents++;
      }
      check(event, depth, documents);
      if (events.size() > MOST) {
        findings.add(
            Diagnostic.at(
                    place(event),
                    Rule.TOO_LARGE,
                    "there are more than " + MOST + " words up to here")
                .note("a plan is a text that people read"));
        return;
      }
      if (depth > DEEPEST || documents > 1 || findings.isFull()) {
        return;
      }
    }
    tabs();
  }

  private void check(Event event, int depth, int documents) {
    if (depth > DEEPEST) {
      findings.add(
          Diagnostic.at(
                  place(event), Rule.TOO_DEEP, "this is nested deeper than " + DEEPEST + " levels")
              .note("no plan needs that; a bracket is probably repeated by mistake"));
    }
    if (documents > 1) {
      findings.add(
          Diagnostic.at(place(event), Rule.SEVERAL_DOCUMENTS, "a second document begins here")
              .note("one file holds one plan, so that its digest stands for one promise")
              .help("delete the `---`, or move what follows into a file of its own"));
    }
    if (event instanceof DocumentStartEvent start
        && start.getTags() != null
        && !start.getTags().isEmpty()) {
      findings.add(tag(event, "a `%TAG` directive is not allowed in a plan"));
    }
    if (event instanceof NodeEvent node) {
      anchors(node);
      tags(node);
    }
  }

  private void anchors(NodeEvent node) {
    if (node.getAnchor() == null) {
      return;
    }
    String sign = node instanceof AliasEvent ? "*" : "&";
    findings.add(
        Diagnostic.at(
                place(node),
                Rule.ALIAS_OR_ANCHOR,
                "anchors and aliases are not allowed, found `" + sign + node.getAnchor() + "`")
            .note("a reader must see what is promised where it stands")
            .help("write the value out"));
  }

  private void tags(NodeEvent node) {
    String tag = null;
    if (node instanceof ScalarEvent scalar) {
      tag = scalar.getTag();
    } else if (node instanceof CollectionStartEvent start) {
      tag = start.getTag();
    }
    if (tag != null) {
      findings.add(tag(node, "the tag `" + written(node, tag) + "` is not allowed in a plan"));
    }
  }

  /** The tag as it stands in the text: the parser has expanded it and resolved its escapes. */
  private String written(Event node, String tag) {
    int start = place(node).start();
    var rest = source.slice(start, Math.min(start + LONGEST_TAG, source.length()));
    return rest.startsWith("!")
        ? rest.split("[\\s,\\[\\]{}]", 2)[0]
        : tag.replace("tag:yaml.org,2002:", "!!");
  }

  private Diagnostic tag(Event event, String message) {
    return Diagnostic.at(place(event), Rule.YAML_TAG, message)
        .note("tags ask a program to make objects; a plan is only data")
        .help("leave the tag out, and quote the value if it begins with `!`");
  }

  /** A tab inside a text is part of the text. */
  private void tabs() {
    var offsets = TabIndentation.offsets(source);
    if (offsets.isEmpty()) {
      return;
    }
    var texts = new TreeMap<Integer, Integer>();
    events.stream()
        .filter(YamlEvents::isQuoted)
        .map(this::place)
        .forEach(text -> texts.put(text.start(), text.end()));
    for (int at : offsets) {
      var before = texts.lowerEntry(at);
      if (before == null || before.getValue() <= at) {
        findings.add(TabIndentation.finding(source, at));
      }
    }
  }

  private static boolean isQuoted(Event event) {
    return event instanceof ScalarEvent scalar && !scalar.isPlain();
  }

  private Span lastPlace() {
    return events.isEmpty() ? new Span(source, 0, 0) : place(events.get(events.size() - 1));
  }

  private Span place(Event event) {
    return new Span(source, event.getStartMark().getIndex(), event.getEndMark().getIndex());
  }
}

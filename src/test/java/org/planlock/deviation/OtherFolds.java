package org.planlock.deviation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.planlock.trace.TraceEvent;
import org.planlock.trace.TraceEvents;
import org.planlock.trace.TraceValue;

/** The same analysis with other folds: the folds of every model and the steps inside them. */
final class OtherFolds {
  private OtherFolds() {}

  /** Folds by name, one name for each analysed participant; no names at all for no folds. */
  static SmallStudy of(SmallStudy study, UnaryOperator<TraceEvent> change, String... names) {
    var events = new ArrayList<TraceEvent>();
    for (var event : study.events()) {
      if (event.type().equals(TraceEvents.FOLDS)) {
        if (names.length > 0) {
          events.add(change.apply(event.with("fold", texts(names))));
        }
      } else if (event.text("fold").isEmpty()) {
        events.add(event);
        if (event.text("verb").filter("scale"::equals).isPresent()) {
          events.addAll(scaled(event, "", names));
        }
      }
    }
    return study.events(events);
  }

  /** One more drawing of the folds of every model, and its steps. */
  static SmallStudy again(SmallStudy study, UnaryOperator<TraceEvent> change, String... names) {
    var events = new ArrayList<TraceEvent>();
    for (var event : study.events()) {
      events.add(event);
      if (event.type().equals(TraceEvents.FOLDS)) {
        events.add(change.apply(event.with("fold", texts(names))));
      }
      if (isFinalScale(event)) {
        events.addAll(scaled(event, " of repeat 2", names));
      }
    }
    return study.events(events);
  }

  /** Outer folds around those that choose the penalty, with scaling that learns from some rows. */
  static SmallStudy outer(SmallStudy study, UnaryOperator<TraceEvent> scaling, String... names) {
    var events = new ArrayList<TraceEvent>();
    for (var event : study.events()) {
      events.add(event);
      if (event.type().equals(TraceEvents.FOLDS)) {
        events.add(event.with("loop", "outer").with("fold", texts(names)));
      }
      if (isFinalScale(event)) {
        scaled(event, "", names).stream()
            .map(e -> e.with("fold", "outer " + e.text("fold").orElseThrow()))
            .map(scaling)
            .forEach(events::add);
      }
    }
    return study.events(events);
  }

  private static boolean isFinalScale(TraceEvent event) {
    return event.text("verb").filter("scale"::equals).isPresent() && event.text("fold").isEmpty();
  }

  private static TraceValue texts(String... names) {
    return TraceValue.texts(List.of(names));
  }

  private static List<TraceEvent> scaled(TraceEvent scale, String suffix, String... names) {
    Map<String, List<String>> training = new LinkedHashMap<>();
    for (var name : names) {
      training.put(
          name,
          IntStream.range(0, names.length)
              .filter(i -> !names[i].equals(name))
              .mapToObj(SmallStudy.ANALYSED::get)
              .toList());
    }
    var steps = new ArrayList<TraceEvent>();
    training.forEach(
        (fold, rows) -> steps.add(scale.withTexts("fitRows", rows).with("fold", fold + suffix)));
    return steps;
  }
}

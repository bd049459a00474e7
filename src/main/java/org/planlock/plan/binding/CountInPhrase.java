package org.planlock.plan.binding;

import java.lang.reflect.RecordComponent;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.planlock.plan.value.Between;
import org.planlock.syntax.PlanNode;

/** The count for whose sake a phrase cannot be read: all else of {@code k_fold 0} is sound. */
record CountInPhrase(PlanNode.Scalar number, Limits limits) {
  private static final Pattern NUMBER = Pattern.compile("(?<![\\w.])-?\\d+(?:\\.\\d+)?(?![\\w.])");

  /** The number in a phrase that would be read with another number in its place. */
  static Optional<CountInPhrase> in(Class<?> type, PlanNode.Scalar phrase) {
    var number = NUMBER.matcher(phrase.text());
    if (!type.isRecord() || !number.find()) {
      return Optional.empty();
    }
    var text = phrase.text();
    int from = text.codePointCount(0, number.start());
    var written =
        new PlanNode.Scalar(number.group(), phrase.spanOf(from, from + number.group().length()));
    var rest = number.toMatchResult();
    return Stream.of(type.getRecordComponents())
        .filter(component -> component.isAnnotationPresent(Between.class))
        .filter(
            component ->
                Phrases.read(
                        type,
                        text.substring(0, rest.start())
                            + lowest(component)
                            + text.substring(rest.end()))
                    .isPresent())
        .map(component -> new CountInPhrase(written, Limits.of(component)))
        .findFirst();
  }

  private static String lowest(RecordComponent component) {
    return Long.toString((long) component.getAnnotation(Between.class).low());
  }
}

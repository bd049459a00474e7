package org.planlock.execution.sample;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.planlock.plan.contract.ColumnContract;
import org.planlock.source.Span;

/** The arms of a study: the levels of its sealed column, or of {@code group}. */
public record Groups(String column, Map<String, String> levelOf, Map<String, Integer> noLevels) {
  /** The arms of everybody enrolled, if the plan has such a column. */
  public static Optional<Groups> of(Frame frame, Span asked) {
    return name(frame).flatMap(column -> read(frame, column, asked));
  }

  private static Optional<String> name(Frame frame) {
    return frame.contracts().stream()
        .filter(contract -> contract.sealed() && !contract.levels().isEmpty())
        .map(ColumnContract::name)
        .findFirst()
        .or(() -> Optional.of("group"));
  }

  private static Optional<Groups> read(Frame frame, String column, Span asked) {
    var texts = frame.texts(column, asked);
    if (!texts.isSound() || texts.orThrow().perSession()) {
      return Optional.empty();
    }
    var levels = ((Values.Texts) texts.orThrow().always().orElseThrow()).texts();
    Map<String, Integer> none = new LinkedHashMap<>();
    frame.contract(column).ifPresent(c -> c.levels().forEach(level -> none.put(level, 0)));
    Map<String, String> levelOf = new LinkedHashMap<>();
    for (int row = 0; row < levels.size(); row++) {
      var participant = frame.participants().get(row);
      levels
          .get(row)
          .ifPresent(
              level -> {
                levelOf.put(participant, level);
                none.putIfAbsent(level, 0);
              });
    }
    return Optional.of(new Groups(column, levelOf, none));
  }

  /** How many of these participants each arm has, arms without any included. */
  public Map<String, Integer> count(Collection<String> participants) {
    var counts = new LinkedHashMap<>(noLevels);
    for (var participant : participants) {
      var level = levelOf.get(participant);
      if (level != null) {
        counts.merge(level, 1, Integer::sum);
      }
    }
    return counts;
  }
}

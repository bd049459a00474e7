package org.planlock.plan.fit;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.planlock.plan.value.Decimal;
import org.planlock.plan.value.Form;
import org.planlock.plan.value.Phrase;

/**
 * What becomes of the retained terms after a penalised fit.
 *
 * @param gammas how far a relaxed fit goes back to the penalised one, each from 0 (unpenalised) to
 *     1 (penalised); none where nothing is fitted again
 * @param otherwise words that say something else, which are kept and not carried out
 */
@Form("`none`, or `relaxed gamma` with values from 0 to 1, such as `relaxed gamma 0, 0.5, 1`")
public record Refit(List<Decimal> gammas, Optional<String> otherwise) implements Phrase {
  private static final String RELAXED = "relaxed gamma ";

  /** One number with a decimal comma, or two of which the second lacks its blank. */
  private static final Pattern ONE_OR_TWO = Pattern.compile(RELAXED + "\\d+,\\d+");

  public Refit {
    gammas = List.copyOf(gammas);
  }

  /** Reads {@code none}, {@code relaxed gamma 0, 0.5, 1}, and words about another refit. */
  public static Optional<Refit> parse(String text) {
    if (text.equals("none")) {
      return Optional.of(new Refit(List.of(), Optional.empty()));
    }
    if (!text.startsWith("relaxed")) {
      return Optional.of(new Refit(List.of(), Optional.of(text)));
    }
    if (!text.startsWith(RELAXED) || ONE_OR_TWO.matcher(text).matches()) {
      return Optional.empty();
    }
    var parts = Stream.of(text.substring(RELAXED.length()).split(",", -1)).map(String::strip);
    var gammas = parts.map(Decimal::parse).toList();
    boolean sound =
        gammas.stream().allMatch(gamma -> gamma.filter(Refit::isShare).isPresent())
            && gammas.stream().distinct().count() == gammas.size();
    return sound
        ? Optional.of(
            new Refit(gammas.stream().map(Optional::orElseThrow).toList(), Optional.empty()))
        : Optional.empty();
  }

  private static boolean isShare(Decimal number) {
    return number.value().signum() >= 0 && number.toDouble() <= 1;
  }

  @Override
  public String text() {
    return otherwise.orElseGet(
        () ->
            gammas.isEmpty()
                ? "none"
                : RELAXED + gammas.stream().map(Decimal::text).collect(Collectors.joining(", ")));
  }
}

package org.planlock.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Options as typed, each with the {@code --because} that follows it: the parser gathers options by
 * name and forgets which reason belongs to what.
 */
record Reasons(List<Given> given) {
  private static final String BECAUSE = "--because";
  private static final Set<String> REASONED = Set.of("--exclude", "--accept", "--set", "--choose");

  /** One option. */
  record Given(String option, String value, Optional<String> because) {
    Given because(String reason) {
      return new Given(option, value, Optional.of(reason));
    }
  }

  Reasons {
    given = List.copyOf(given);
  }

  static Reasons of(List<String> arguments) {
    var given = new ArrayList<Given>();
    for (int i = 0; i < arguments.size(); i++) {
      var word = arguments.get(i);
      int equals = word.indexOf('=');
      var option = equals < 0 ? word : word.substring(0, equals);
      if (!REASONED.contains(option) && !option.equals(BECAUSE)) {
        continue;
      }
      var value =
          equals >= 0
              ? word.substring(equals + 1)
              : arguments.get(Math.min(++i, arguments.size() - 1));
      add(given, option, value);
    }
    return new Reasons(given);
  }

  /** All options of one name. */
  List<Given> of(String option) {
    return given.stream().filter(one -> one.option().equals(option)).toList();
  }

  private static void add(List<Given> given, String option, String value) {
    if (!option.equals(BECAUSE)) {
      given.add(new Given(option, value, Optional.empty()));
    } else if (!given.isEmpty()) {
      given.set(given.size() - 1, given.get(given.size() - 1).because(value));
    }
  }
}

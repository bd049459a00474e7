package org.planlock.cli;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** Runs commands one after another, and shows each as it would be typed. */
final class Tour {
  private final Surroundings surroundings;
  private final Screen screen;
  private boolean isAsExpected = true;

  Tour(Surroundings surroundings, Screen screen) {
    this.surroundings = surroundings;
    this.screen = screen;
  }

  /**
   * One command.
   *
   * @param expected its exit code
   */
  record Stop(String purpose, int expected, List<String> words) {
    String typed() {
      return "plan "
          + words.stream()
              .map(word -> word.matches("[\\p{L}\\p{N}./_=:@-]+") ? word : "\"" + word + "\"")
              .collect(Collectors.joining(" "));
    }
  }

  boolean isAsExpected() {
    return isAsExpected;
  }

  /** Goes on until a command ends otherwise than expected. */
  void show(List<Stop> stops) {
    for (var stop : stops) {
      if (isAsExpected) {
        show(stop);
      }
    }
  }

  private void show(Stop stop) {
    screen.print("\n# " + stop.purpose() + "\n$ " + stop.typed() + "\n");
    surroundings.out().flush();
    var start = surroundings.clock().instant();
    int code = Main.execute(stop.words().toArray(String[]::new), surroundings);
    var seconds = Duration.between(start, surroundings.clock().instant()).toSeconds();
    isAsExpected = code == stop.expected();
    if (seconds > 0) {
      screen.remark("  (" + seconds + " s)");
    }
  }
}

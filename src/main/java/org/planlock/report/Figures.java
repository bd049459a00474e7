package org.planlock.report;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.planlock.plan.value.Decimal;

/** Numbers and lists as people read them. */
public final class Figures {
  private Figures() {}

  /** Four digits, as the screen shows them. */
  public static String rounded(double number) {
    var text = String.format(Locale.ROOT, "%.4g", number);
    return text.contains("e") || !text.contains(".")
        ? text
        : text.replaceAll("0+$", "").replaceAll("\\.$", "");
  }

  /** All digits. */
  public static String exact(double number) {
    return Decimal.of(number).text();
  }

  /** "1 participant", "2 participants". */
  public static String count(long number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }

  /** "a, b and c". */
  public static String list(Collection<String> words) {
    var all = List.copyOf(words);
    return all.size() < 2
        ? String.join("", all)
        : String.join(", ", all.subList(0, all.size() - 1)) + " and " + all.get(all.size() - 1);
  }
}

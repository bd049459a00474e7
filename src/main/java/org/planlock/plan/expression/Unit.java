package org.planlock.plan.expression;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A unit as a product of named units with whole powers, such as {@code points per sd}. Names are
 * free, and nothing is converted but percent; {@code percent} is another spelling of {@code %}.
 */
public record Unit(SortedMap<String, Integer> powers) {
  /** Of plain numbers, shares and counts. */
  public static final Unit NONE = new Unit(new TreeMap<>());

  /** Hundredths. */
  public static final Unit PERCENT = parse("%");

  public Unit {
    powers = Collections.unmodifiableSortedMap(new TreeMap<>(powers));
  }

  /** Reads {@code mm}, {@code points per sd}, {@code points/sd}, {@code mm^2} or nothing. */
  public static Unit parse(String text) {
    var powers = new TreeMap<String, Integer>();
    int sign = 1;
    for (var part : text.split("\\s+per\\s+|/", -1)) {
      add(powers, part.strip(), sign);
      sign = -1;
    }
    return new Unit(powers);
  }

  private static void add(Map<String, Integer> powers, String part, int sign) {
    for (var factor : part.split("\\*", -1)) {
      boolean raised = factor.matches(".+\\^[1-9]");
      var name = raised ? factor.substring(0, factor.length() - 2) : factor;
      int power = raised ? factor.charAt(factor.length() - 1) - '0' : 1;
      if (!name.isBlank() && !name.equals("1")) {
        raise(powers, name.equals("percent") ? "%" : name.strip(), sign * power);
      }
    }
  }

  private static void raise(Map<String, Integer> powers, String name, int by) {
    powers.merge(name, by, (a, b) -> a + b == 0 ? null : a + b);
  }

  /** The unit of a product; percent counts as a share there. */
  Unit times(Unit other) {
    var product = new TreeMap<>(isPercent() ? NONE.powers : powers);
    (other.isPercent() ? NONE : other).powers.forEach((name, power) -> raise(product, name, power));
    return new Unit(product);
  }

  /** The unit of a quotient; percent counts as a share there. */
  Unit over(Unit other) {
    return times(other.isPercent() ? NONE : other.raised(-1));
  }

  /** The unit of a whole power. */
  Unit raised(int exponent) {
    var result = new TreeMap<String, Integer>();
    if (exponent != 0 && !isPercent()) {
      powers.forEach((name, power) -> result.put(name, power * exponent));
    }
    return new Unit(result);
  }

  /** Whether it is percent and nothing else. */
  public boolean isPercent() {
    return powers.size() == 1 && Integer.valueOf(1).equals(powers.get("%"));
  }

  /** Whether there is no unit. */
  public boolean isNone() {
    return powers.isEmpty();
  }

  /** The one spelling: {@code points per sd}, empty for no unit. */
  public String text() {
    var above = new ArrayList<String>();
    var below = new ArrayList<String>();
    powers.forEach(
        (name, power) -> {
          int size = StrictMath.abs(power);
          (power > 0 ? above : below).add(size == 1 ? name : name + "^" + size);
        });
    if (below.isEmpty()) {
      return String.join("*", above);
    }
    var top = above.isEmpty() ? "1" : String.join("*", above);
    return top + " per " + String.join(" per ", below);
  }

  /** Written out: what Java would make up for it at run time delays every start. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Unit unit && powers.equals(unit.powers);
  }

  @Override
  public int hashCode() {
    return powers.hashCode();
  }
}

package org.planlock.plan.check;

import java.text.Normalizer;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Letters of other alphabets that look like Latin ones. */
final class LookAlike {
  /** Each stranger is followed by the letter that it looks like. */
  private static final String LETTERS =
      "аaАAВBсcСCеeЕEНHіiІIјjЈJкkКKМMоoОOрpРPѕsЅSтtТTхxХXуyУYαaΑAΒBεeΕEΗHιiΙIκkΚKΜMνvΝNοoΟOρpΡPτtΤTυuΥYχxΧXΖZ";

  private LookAlike() {}

  /** Whether two different names look the same to a reader. */
  static boolean sameLook(String a, String b) {
    return !a.equals(b) && folded(a).equals(folded(b));
  }

  /** The first letter in which two such names differ, by its code points. */
  static String difference(String written, String meant) {
    int[] a = written.codePoints().toArray();
    int[] b = meant.codePoints().toArray();
    int at =
        IntStream.range(0, Math.min(a.length, b.length))
            .filter(i -> a[i] != b[i])
            .findFirst()
            .orElse(0);
    return "`" + Character.toString(a[at]) + "` in it is " + code(a[at]) + ", not " + code(b[at]);
  }

  private static String code(int point) {
    return String.format(Locale.ROOT, "U+%04X", point);
  }

  /** The name in the letters that a reader takes it for. */
  static String folded(String name) {
    // plain names fold to themselves, and the tables of Unicode take time to load
    if (name.chars().allMatch(letter -> letter < 128)) {
      return name;
    }
    return Normalizer.normalize(name, Normalizer.Form.NFKC)
        .codePoints()
        .mapToObj(LookAlike::folded)
        .collect(Collectors.joining());
  }

  private static String folded(int point) {
    int at = LETTERS.indexOf(point);
    return at >= 0 && at % 2 == 0 ? LETTERS.substring(at + 1, at + 2) : Character.toString(point);
  }
}

package org.planlock.plan.binding;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Names and sentences at random, many of which mean something in one of the notations. */
final class RandomTexts {
  private static final List<String> NAMES =
      List.of(
          "age",
          "sex",
          "ses-pre",
          "m1",
          "H2",
          "d_faces",
          "utf-8",
          "caps5_total",
          "x.y",
          "_a",
          "vmPFC",
          "age:group",
          "größe",
          "two words",
          "3.0T",
          "and",
          "none",
          "yes",
          "model",
          "because",
          "\"q\"",
          "it's",
          "null",
          "0");

  private static final List<String> PIECES =
      List.of(
          "none",
          "because",
          "not_applicable",
          "yes",
          "true",
          "null",
          "0.10",
          "2026-03-02",
          "12:30",
          "~",
          "key: value",
          "# no comment",
          "// nor this",
          "/* nor this */",
          "\"quoted\"",
          "it's",
          "back\\slash",
          "\\u0041",
          "{brace}",
          "(round",
          "square]",
          "two\nlines",
          "tab\there",
          "grün",
          "e\u0301",
          "🧠",
          "שלום",
          "20 %",
          "$x ${y}",
          "'''",
          "\"\"\"",
          "when",
          "over",
          "x -> y",
          ",",
          "- item",
          "*star",
          "&anchor",
          "!tag",
          "@",
          "`tick`",
          "|",
          ">",
          "= 1",
          "---",
          "...",
          "<<",
          "1e3",
          "012",
          "a  b",
          "mean of all rows");

  private final SplittableRandom random;

  RandomTexts(SplittableRandom random) {
    this.random = random;
  }

  /** A word that names something. */
  String name() {
    return random.nextInt(3) == 0 ? pick(NAMES) : "n" + random.nextInt(1000);
  }

  /** A name that every notation writes without quotes. */
  String plainName() {
    return "p" + random.nextInt(1000);
  }

  /** One to three pieces. */
  String sentence() {
    return IntStream.rangeClosed(0, random.nextInt(3))
        .mapToObj(i -> pick(PIECES))
        .collect(Collectors.joining(" "));
  }

  <T> T pick(List<T> from) {
    return from.get(random.nextInt(from.size()));
  }
}

package org.planlock.cli;

import static org.planlock.cli.HostileStudy.DSL;
import static org.planlock.cli.HostileStudy.GROOVY;
import static org.planlock.cli.HostileStudy.YAML;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Rows 31, 32 and 34: texts that would take long, or much memory, if they were read naively. */
final class HostileSizes {
  private static final int MANY = 100_000;
  private static final int DEEPEST = 64;

  private HostileSizes() {}

  static List<HostileRow> rows() {
    return List.of(
        new HostileRow(31, "square brackets", deep(YAML, "["), deep(DSL, "["), deep(GROOVY, "[")),
        new HostileRow(31, "braces", deep(YAML, "{a: "), deep(DSL, "{"), deep(GROOVY, "{")),
        new HostileRow(
            31,
            "dashes",
            deep(YAML, "- "),
            tooManyWords(DSL, "- "),
            GROOVY.refuses("S118", "difference", "§" + "- ".repeat(MANY))),
        new HostileRow(
            31,
            "question marks",
            deep(YAML, "? "),
            tooManyWords(DSL, "? "),
            GROOVY.refuses("S118", "choice", "§" + "? ".repeat(MANY))),
        new HostileRow(
            31,
            "round brackets",
            YAML.refuses("S112", "holds a text", "§" + "(".repeat(MANY)),
            deep(DSL, "("),
            deep(GROOVY, "(")),
        new HostileRow(
            32,
            "a sum of a hundred thousand terms",
            YAML.refuses(
                "S108",
                "2000 words",
                "value: after - before",
                "value: " + sum(1000) + "§" + rest()),
            DSL.refuses("S108", "100000 words", "outcome y = " + sum(49_998) + "1§+" + rest()),
            GROOVY.refuses(
                "S108",
                "2000 words",
                "value: 'after - before'",
                "value: '" + sum(1000) + "§" + rest() + "'")),
        new HostileRow(
            34,
            "a hundred thousand words",
            YAML.refuses(
                "S108",
                "100000 words",
                words(0, 49_998, ": 1") + "k: §1\n" + words(49_998, MANY, ": 1")),
            DSL.refuses(
                "S108", "100000 words", words(0, 50_000, " 1") + "§" + words(50_000, MANY, " 1")),
            GROOVY.refuses(
                "S108",
                "100000 words",
                words(0, 33_333, " 1") + "k 1§\n" + words(33_334, MANY, " 1"))),
        new HostileRow(
            34,
            "words that fall into one place of a table of words",
            YAML.refuses("P201", "AaAa", "§" + colliding(": 1")),
            DSL.refuses("S113", "AaAa", "§" + colliding(" 1")),
            GROOVY.refuses("S113", "AaAa", "§" + colliding(" 1"))));
  }

  private static HostileText deep(HostileStudy notation, String bracket) {
    return notation.refuses(
        "S107",
        "deeper than " + DEEPEST,
        bracket.repeat(DEEPEST) + "§" + bracket.repeat(MANY - DEEPEST));
  }

  private static HostileText tooManyWords(HostileStudy notation, String word) {
    return notation.refuses(
        "S108", "100000 words", word.repeat(MANY) + "§" + word.repeat(MANY / 2));
  }

  /** Each term is two words; with the last one this many terms end in a sign. */
  private static String sum(int terms) {
    return "1+".repeat(terms);
  }

  private static String rest() {
    return sum(MANY) + "1";
  }

  private static String words(int from, int to, String value) {
    return IntStream.range(from, to)
        .mapToObj(i -> "k%05d".formatted(i) + value + "\n")
        .collect(Collectors.joining());
  }

  /** The strings {@code Aa} and {@code BB} have the same hash code, and so have their products. */
  private static String colliding(String value) {
    return IntStream.range(0, 1 << 14)
        .mapToObj(
            i ->
                IntStream.range(0, 14)
                        .mapToObj(bit -> (i >> bit & 1) == 0 ? "Aa" : "BB")
                        .collect(Collectors.joining())
                    + value)
        .collect(Collectors.joining("\n"));
  }
}

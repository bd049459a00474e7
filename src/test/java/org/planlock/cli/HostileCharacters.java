package org.planlock.cli;

import static org.planlock.cli.HostileStudy.DSL;
import static org.planlock.cli.HostileStudy.GROOVY;
import static org.planlock.cli.HostileStudy.YAML;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Rows 7 to 14: characters that cannot be seen, or seem to be others, and other encodings. */
final class HostileCharacters {
  private HostileCharacters() {}

  static List<HostileRow> rows() {
    return List.of(
        new HostileRow(
            7,
            "a Cyrillic letter in a word of the language",
            YAML.refuses("S110", "U+0430", "  lambda:", "  l§\u0430mbda:"),
            DSL.refuses("S110", "U+0430", "  lambda 0.5", "  l§\u0430mbda 0.5"),
            GROOVY.refuses("S110", "U+0430", "  lambda 0.5", "  l§\u0430mbda 0.5")),
        new HostileRow(
            7,
            "a Cyrillic letter in the name of a column",
            YAML.refuses("P232", "U+0430", "terms: [age, dose]", "terms: [§\u0430ge, dose]"),
            DSL.refuses("S110", "U+0430", "terms age + dose", "terms §\u0430ge + dose"),
            GROOVY.refuses(
                "P232", "U+0430", "terms: ['age', 'dose']", "terms: [§'\u0430ge', 'dose']")),
        new HostileRow(
            8,
            "a zero-width space in a word of the language",
            YAML.refuses("S110", "U+200B", "  lambda:", "  lam§\u200bbda:"),
            DSL.refuses("S110", "U+200B", "  lambda 0.5", "  lam§\u200bbda 0.5"),
            GROOVY.refuses("S110", "U+200B", "  lambda 0.5", "  lam§\u200bbda 0.5")),
        new HostileRow(
            8,
            "a zero-width space in the name of a column",
            YAML.refuses("S110", "U+200B", "terms: [age, dose]", "terms: [ag§\u200be, dose]"),
            DSL.refuses("S110", "U+200B", "terms age + dose", "terms ag§\u200be + dose"),
            GROOVY.refuses(
                "S110", "U+200B", "terms: ['age', 'dose']", "terms: ['ag§\u200be', 'dose']")),
        new HostileRow(
            9,
            "letters that run backwards in the title",
            YAML.refuses("S110", "U+202E", "A small study", "A §\u202esmall study"),
            DSL.refuses("S110", "U+202E", "A small study", "A §\u202esmall study"),
            GROOVY.refuses("S110", "U+202E", "A small study", "A §\u202esmall study")),
        new HostileRow(
            9,
            "the same, made by an escape",
            YAML.refuses("S110", "U+202E", "A small study", "§\"A \\u202Esmall study\""),
            DSL.refuses("S110", "U+202E", "\"A small study", "§\"A \\u202Esmall study"),
            GROOVY.refuses("S110", "U+202E", "'A small study", "§'A \\u202Esmall study")),
        new HostileRow(
            10,
            "a byte order mark",
            YAML.accepts("\ufeff" + YAML.text()),
            DSL.accepts("\ufeff" + DSL.text()),
            GROOVY.accepts("\ufeff" + GROOVY.text())),
        new HostileRow(
            11,
            "lines that end as on Windows",
            YAML.accepts(YAML.text().replace("\n", "\r\n")),
            DSL.accepts(DSL.text().replace("\n", "\r\n")),
            GROOVY.accepts(GROOVY.text().replace("\n", "\r\n"))),
        new HostileRow(
            11,
            "lines that end as on old Macs",
            YAML.accepts(YAML.text().replace("\n", "\r")),
            DSL.accepts(DSL.text().replace("\n", "\r")),
            GROOVY.accepts(GROOVY.text().replace("\n", "\r"))),
        new HostileRow(
            11,
            "lines that end in all three ways",
            YAML.accepts(YAML.text().replaceFirst("\n", "\r\n").replaceFirst("y\n", "y\r")),
            DSL.accepts(DSL.text().replaceFirst("\n", "\r\n").replaceFirst("\"\n", "\"\r")),
            GROOVY.accepts(GROOVY.text().replaceFirst("\n", "\r\n").replaceFirst("'\n", "'\r"))),
        new HostileRow(
            12,
            "UTF-16",
            YAML.refuses("S109", "UTF-16", YAML.text(), StandardCharsets.UTF_16),
            DSL.refuses("S109", "UTF-16", DSL.text(), StandardCharsets.UTF_16),
            GROOVY.refuses("S109", "UTF-16", GROOVY.text(), StandardCharsets.UTF_16)),
        new HostileRow(
            12,
            "UTF-16 without a mark",
            YAML.refuses("S109", "UTF-16", YAML.text(), StandardCharsets.UTF_16LE),
            DSL.refuses("S109", "UTF-16", DSL.text(), StandardCharsets.UTF_16BE),
            GROOVY.refuses("S109", "UTF-16", GROOVY.text(), StandardCharsets.UTF_16LE)),
        new HostileRow(
            12,
            "Latin-1",
            notUtf8(YAML, "caf\u00e9 study", StandardCharsets.ISO_8859_1),
            notUtf8(DSL, "caf\u00e9 study", StandardCharsets.ISO_8859_1),
            notUtf8(GROOVY, "caf\u00e9 study", StandardCharsets.ISO_8859_1)),
        new HostileRow(
            12,
            "a letter in two bytes where one would do",
            notUtf8(YAML, "\u00c0\u00af", StandardCharsets.ISO_8859_1),
            notUtf8(DSL, "\u00c0\u00af", StandardCharsets.ISO_8859_1),
            notUtf8(GROOVY, "\u00c0\u00af", StandardCharsets.ISO_8859_1)),
        new HostileRow(
            13,
            "NUL",
            YAML.refuses("S110", "U+0000", "A small study", "A §\0small study"),
            DSL.refuses("S110", "U+0000", "A small study", "A §\0small study"),
            GROOVY.refuses("S110", "U+0000", "A small study", "A §\0small study")),
        new HostileRow(
            13,
            "a control character of the second block",
            YAML.refuses("S110", "U+009B", "A small study", "A §\u009bsmall study"),
            DSL.refuses("S110", "U+009B", "A small study", "A §\u009bsmall study"),
            GROOVY.refuses("S110", "U+009B", "A small study", "A §\u009bsmall study")),
        new HostileRow(
            13,
            "a line end that only some editors see",
            YAML.refuses("S110", "U+0085", "A small study", "A §\u0085small study"),
            DSL.refuses("S110", "U+2028", "A small study", "A §\u2028small study"),
            GROOVY.refuses("S110", "U+2028", "A small study", "A §\u2028small study")),
        new HostileRow(
            14,
            "half a character, made by an escape",
            YAML.refuses("S110", "U+D800", "A small study", "§\"A \\uD800 small study\""),
            DSL.refuses("S110", "U+D800", "\"A small study", "§\"A \\uD800 small study"),
            GROOVY.refuses("S110", "U+D800", "'A small study", "§'A \\uD800 small study")));
  }

  private static HostileText notUtf8(HostileStudy notation, String title, Charset charset) {
    String text = notation.with("small study", title);
    int at = text.chars().takeWhile(letter -> letter < 128).toArray().length;
    return notation.refuses("S109", "is not UTF-8 at byte " + (at + 1), text, charset);
  }
}

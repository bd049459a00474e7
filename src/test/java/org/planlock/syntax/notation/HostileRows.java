package org.planlock.syntax.notation;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.planlock.Planlock;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.lock.PlanDigest;
import org.planlock.syntax.SourceReading;

/** The bad texts of the threat model, row by row, as somebody would write each in every notation. */
final class HostileRows {
  /** What must become of a text. */
  enum End {
    /** An error with a place. */
    REFUSED,
    /** The plan without the oddity. */
    SAME,
    /** A plan; what is odd is a text in it. */
    TEXT
  }

  /** One text. */
  record Row(int number, String what, PlanNotation notation, byte[] bytes, End end) {
    @Override
    public String toString() {
      return number + " " + what + ", " + notation;
    }
  }

  private static final PlanNotation[] ALL = PlanNotation.values();
  private static final String[] PLAN = {
    """
    planlock: 1
    plan: {id: x, title: %s}
    variables: [{name: y, role: outcome, value: a - b, scaled: false}]
    penalty: {family: elastic_net, l1_ratio: %s}
    validate: {scheme: leave_one_out, repeats: %s}
    models: [{name: m, outcome: y, terms: [c]}]
    """,
    """
    plan "x" language 1 { title %s }
    outcome y = a - b scaled no
    penalty elastic_net { l1_ratio %s }
    validate { scheme leave_one_out repeats %s }
    model m { outcome y terms c }
    """,
    """
    planlock 1
    plan('x') { title %s }
    outcome 'y', value: 'a - b', scaled: false
    penalty('elastic_net') { l1_ratio %s }
    validate {
      scheme 'leave_one_out'
      repeats %s
    }
    model 'm', outcome: 'y', terms: ['c']
    """
  };

  private final List<Row> rows = new ArrayList<>();

  /** All of them. */
  static List<Row> all() {
    var rows = new HostileRows();
    rows.characters();
    rows.numbers();
    rows.words();
    rows.structure();
    rows.sizes();
    rows.texts();
    return List.copyOf(rows.rows);
  }

  /** A plan that has nothing odd. */
  static String plain(PlanNotation notation) {
    return with(notation, title(notation, "T"), "0.5", "1");
  }

  /** What is found in a row: nothing, where it is a plan. */
  static List<Diagnostic> found(Row row) {
    var read = Planlock.parse("row" + row.notation().ending(), row.bytes());
    if (!read.isSound()) {
      return read.diagnostics();
    }
    return Planlock.check(read.orThrow().bound()).stream().filter(Diagnostic::isError).toList();
  }

  static String digest(PlanNotation notation, byte[] bytes) {
    var plan = Planlock.parse("row" + notation.ending(), bytes).orThrow();
    return PlanDigest.of(plan.bound().canonical()).orThrow().toString();
  }

  private static String with(PlanNotation notation, String title, String number, String count) {
    return PLAN[notation.ordinal()].formatted(title, number, count);
  }

  private static String title(PlanNotation notation, String text) {
    return notation == PlanNotation.GROOVY ? "'" + text + "'" : "\"" + text + "\"";
  }

  private void add(int number, String what, PlanNotation notation, String text, End end) {
    rows.add(new Row(number, what, notation, text.getBytes(StandardCharsets.UTF_8), end));
  }

  private void each(int number, String what, End end, String... texts) {
    for (int i = 0; i < ALL.length; i++) {
      add(number, what, ALL[i], texts[i], end);
    }
  }

  /** The same text in the title of each. */
  private void titled(int number, String what, String text, End end) {
    for (var notation : ALL) {
      add(number, what, notation, with(notation, title(notation, text), "0.5", "1"), end);
    }
  }

  /** A number in each; Groovy's as a number where it can be one, and as a text. */
  private void numbered(int number, String written, End end) {
    for (var notation : ALL) {
      add(number, written, notation, with(notation, title(notation, "T"), written, "1"), end);
    }
    var quoted = with(PlanNotation.GROOVY, "'T'", "'" + written + "'", "1");
    add(number, written + " in quotes", PlanNotation.GROOVY, quoted, end);
  }

  private void counted(int number, String written, End end) {
    for (var notation : ALL) {
      add(number, written, notation, with(notation, title(notation, "T"), "0.5", written), end);
    }
  }

  private void characters() {
    each(7, "Cyrillic letter in a word", End.REFUSED,
        plain(ALL[0]).replace("penalty", "pen\u0430lty"),
        plain(ALL[1]).replace("penalty", "pen\u0430lty"),
        plain(ALL[2]).replace("penalty", "pen\u0430lty"));
    each(8, "zero-width space in a word", End.REFUSED,
        plain(ALL[0]).replace("penalty", "pen\u200Balty"),
        plain(ALL[1]).replace("penalty", "pen\u200Balty"),
        plain(ALL[2]).replace("penalty", "pen\u200Balty"));
    titled(8, "zero-width space in a text", "a\u200Bb", End.REFUSED);
    titled(9, "bidirectional override", "a\u202Eb", End.REFUSED);
    titled(9, "escaped bidirectional override", "a\\u202Eb".replace("'", ""), End.REFUSED);
    for (var notation : ALL) {
      var text = plain(notation);
      add(10, "byte order mark", notation, "\uFEFF" + text, End.SAME);
      add(11, "CRLF", notation, text.replace("\n", "\r\n"), End.SAME);
      add(11, "CR", notation, text.replace("\n", "\r"), End.SAME);
      add(11, "mixed ends of lines", notation, text.replaceFirst("\n", "\r\n"), End.SAME);
      bytes(12, "UTF-16", notation, text.getBytes(StandardCharsets.UTF_16));
      bytes(12, "Latin-1", notation,
          text.replace("T", "\u00e9").getBytes(StandardCharsets.ISO_8859_1));
      bytes(12, "a cut sequence", notation, (text + "\u00ff").getBytes(StandardCharsets.ISO_8859_1));
    }
    titled(13, "NUL", "a\0b", End.REFUSED);
    titled(13, "C1 control", "a\u0085b", End.REFUSED);
    titled(14, "lone surrogate", "a\\ud800b", End.REFUSED);
  }

  private void bytes(int number, String what, PlanNotation notation, byte[] bytes) {
    rows.add(new Row(number, what, notation, bytes, End.REFUSED));
  }

  private void numbers() {
    for (var written : List.of(".nan", ".inf", "1e400", "NaN", "Infinity")) {
      numbered(15, written, End.REFUSED);
    }
    counted(16, "9007199254740993", End.REFUSED);
    counted(16, "1" + "0".repeat(29), End.REFUSED);
    numbered(17, "0.1000000000000000055", End.REFUSED);
    each(18, "-0.0", End.TEXT,
        with(ALL[0], "T", "-0.0", "1"),
        with(ALL[1], "\"T\"", "-0.0", "1"),
        with(ALL[2], "'T'", "'-0.0'", "1").replace("l1_ratio '-0.0'", "l1_ratio(-0.0)"));
    for (var written : List.of(".5", "\u00bd", "5%")) {
      numbered(19, written, End.REFUSED);
    }
    each(19, "0,05", End.REFUSED,
        with(ALL[0], "T", "\"0,05\"", "1"),
        with(ALL[1], "\"T\"", "\"0,05\"", "1"),
        with(ALL[2], "'T'", "'0,05'", "1"));
    for (var level : List.of("0", "1.5", "-0.05", "5")) {
      each(level.equals("5") ? 21 : 20, "a level of " + level, End.REFUSED,
          plain(ALL[0]) + "inference: {multiplicity: {method: holm, over: [H1], at: " + level + "}}\n",
          plain(ALL[1]) + "inference { multiplicity holm over H1 at " + level + " }\n",
          plain(ALL[2]) + "inference { multiplicity method: 'holm', over: ['H1'], at: " + level + " }\n");
    }
    numbered(22, "1.2", End.REFUSED);
    each(22, "no folds", End.REFUSED,
        plain(ALL[0]).replace("leave_one_out", "k_fold 0"),
        plain(ALL[1]).replace("leave_one_out", "k_fold 0"),
        plain(ALL[2]).replace("leave_one_out", "k_fold 0"));
    each(25, "010", End.REFUSED,
        with(ALL[0], "T", "0.5", "\"0o10\""),
        with(ALL[1], "\"T\"", "0.5", "\"0o10\""),
        with(ALL[2], "'T'", "0.5", "010"));
  }

  private void words() {
    each(1, "billion laughs", End.REFUSED,
        "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n",
        "a &a x, x\nb *a, *a\n",
        "a = ['x', 'x']\nb = [a, a]\nc = [b, b]\n");
    each(2, "a large text repeated", End.REFUSED,
        "a: &a " + "x".repeat(60_000) + "\nb: [" + "*a, ".repeat(1000) + "*a]\n",
        "a &a " + "x".repeat(60_000) + "\nb " + "*a, ".repeat(1000) + "*a\n",
        "def a = '" + "x".repeat(60_000) + "'\nb" + " a,".repeat(1000) + " a\n");
    each(3, "an alias of itself", End.REFUSED, "a: &a [*a]\n", "a &a *a\n", "a = [a]\n");
    each(4, "merge key", End.REFUSED,
        plain(ALL[0]).replace("{family", "{<<: {l1_ratio: 1}, family"),
        plain(ALL[1]).replace("{ l1", "{ << l1_ratio 1 l1"),
        plain(ALL[2]).replace("{ l1", "{ <<: [l1_ratio: 1]; l1"));
    each(5, "a key twice", End.REFUSED,
        plain(ALL[0]).replace("repeats: 1", "repeats: 1, \"repeats\": 1"),
        plain(ALL[1]).replace("repeats 1", "repeats 1 repeats 1"),
        plain(ALL[2]).replace("repeats 1", "repeats 1; repeats 1"));
    each(6, "aplha", End.REFUSED,
        plain(ALL[0]).replace("l1_ratio", "aplha"),
        plain(ALL[1]).replace("l1_ratio", "aplha"),
        plain(ALL[2]).replace("l1_ratio", "aplha"));
    each(23, "yes", End.REFUSED,
        plain(ALL[0]).replace("scaled: false", "scaled: yes"),
        plain(ALL[1]).replace("scaled no", "scaled maybe"),
        plain(ALL[2]).replace("scaled: false", "scaled: 'yes'"));
    each(24, "country codes, dates, times", End.TEXT,
        plain(ALL[0]) + "sets: [{name: s, terms: [no, 2026-01-02, 12:30:45]}]\n",
        plain(ALL[1]) + "set s = \"no\", \"2026-01-02\", \"12:30:45\"\n",
        plain(ALL[2]) + "set 's', terms: ['no', '2026-01-02', '12:30:45']\n");
    for (var tag : List.of("!!java.net.URL [x]", "!mine x", "!!binary eA==", "!!set {x}", "!%+2")) {
      each(tag.equals("!%+2") ? 37 : 26, tag, End.REFUSED,
          plain(ALL[0]).replace("\"T\"", tag),
          plain(ALL[1]).replace("\"T\"", tag),
          plain(ALL[2]).replace("'T'", tag));
    }
    each(27, "two plans", End.REFUSED,
        plain(ALL[0]) + "---\n" + plain(ALL[0]),
        plain(ALL[1]) + plain(ALL[1]),
        plain(ALL[2]) + plain(ALL[2]));
  }

  private void structure() {
    each(28, "nothing", End.REFUSED, "", "", "");
    each(28, "only comments", End.REFUSED, "# a\n", "// a\n", "/* a */\n");
    each(28, "a text", End.REFUSED, "a text\n", "\"a text\"\n", "'a text'\n");
    each(28, "a list", End.REFUSED, "- a\n- b\n", "a, b\n", "['a', 'b']\n");
    add(29, "a tab before a key", ALL[0], plain(ALL[0]) + "sample:\n\tlooks: 0\n", End.REFUSED);
    add(29, "a tab before a word", ALL[1], plain(ALL[1]).replace("\n", "\n\t"), End.SAME);
    add(29, "a tab before a word", ALL[2], plain(ALL[2]).replace("\n", "\n\t"), End.SAME);
    each(30, "a quote that is not closed", End.REFUSED,
        plain(ALL[0]).replace("T\"", "T"),
        plain(ALL[1]).replace("T\"", "T"),
        plain(ALL[2]).replace("T'", "T"));
    each(30, "a bracket that is not closed", End.REFUSED,
        plain(ALL[0]).replace("[c]", "[c"),
        plain(ALL[1]).replace("c }", "c"),
        plain(ALL[2]).replace("['c']", "['c'"));
    var path = List.of("../../etc/passwd", "/etc/passwd", "C:/x", "a/../../b", "a\\\\nb", "CON", "x. ");
    for (var file : path) {
      each(file.matches(".*(n|CON|\\. )$") && !file.startsWith("/") ? 48 : 47, "the path " + file,
          End.TEXT,
          plain(ALL[0]) + "data: {tables: [{name: t, file: \"" + file + "\", key: [id]}]}\n",
          plain(ALL[1]) + "data { table t from \"" + file + "\" key id }\n",
          plain(ALL[2]) + "data { table 't', file: '" + file + "', key: ['id'] }\n");
    }
  }

  private void sizes() {
    for (var bracket : List.of("[", "(", "{", "{a: ", "- ", "? ")) {
      for (var notation : ALL) {
        add(31, "100k " + bracket, notation, bracket.repeat(100_000), End.REFUSED);
        add(31, "a word and 100k " + bracket, notation, "sample " + bracket.repeat(100_000),
            End.REFUSED);
      }
    }
    var sum = "1" + "+1".repeat(30_000);
    each(32, "a sum of 30k terms", End.TEXT,
        plain(ALL[0]).replace("a - b", sum),
        plain(ALL[1]).replace("a - b", sum),
        plain(ALL[2]).replace("a - b", sum));
    add(32, "a sum of 30k numbers", ALL[2], plain(ALL[2]).replace("'a - b'", sum), End.REFUSED);
    add(32, "a sum of 100k terms", ALL[1], plain(ALL[1]).replace("a - b", sum + sum + sum + sum),
        End.REFUSED);
    for (var notation : ALL) {
      add(33, "one line above the limit", notation,
          "x".repeat(SourceReading.MOST_BYTES + 1), End.REFUSED);
      add(33, "one line below the limit", notation,
          "x".repeat(SourceReading.MOST_BYTES - 1), End.REFUSED);
    }
    var keys = new StringBuilder[] {new StringBuilder(), new StringBuilder(), new StringBuilder()};
    var collide = new StringBuilder("planlock: 1\n");
    for (int i = 0; i < 100_000; i++) {
      keys[0].append('k').append(i).append(": 1\n");
      keys[1].append('k').append(i).append(" 1\n");
      keys[2].append('k').append(i).append(" 1\n");
    }
    for (int i = 0; i < 4096; i++) {
      for (int bit = 0; bit < 12; bit++) {
        // "Aa" and "BB" have the same hash code
        collide.append((i >> bit & 1) == 0 ? "Aa" : "BB");
      }
      collide.append(": 1\n");
    }
    each(34, "100k keys", End.REFUSED, keys[0] + "", keys[1] + "", keys[2] + "");
    each(34, "colliding keys", End.REFUSED,
        collide.toString(),
        collide.toString().replace(":", ""),
        collide.toString().replace(":", ""));
    each(34, "colliding names in a map", End.REFUSED,
        "sample: {" + collide.toString().replace("\n", ", ") + "}",
        "sample { " + collide.toString().replace(":", "") + "}",
        "sample { flow " + collide.toString().replace("\n", ", ") + "z: 1 }");
  }

  private void texts() {
    titled(71, "HTML", "<script>alert(1)</script> javascript:alert(1) <svg onload=x>", End.TEXT);
    titled(72, "ANSI escape", "a\u001B[31mb", End.REFUSED);
    titled(73, "10,000 letters", "x".repeat(10_000), End.TEXT);
    titled(73, "emoji and right-to-left", "\uD83E\uDDE0 \u05D0\u05D1", End.TEXT);
    for (var code : List.of("@ASTTest(value = { 1 }) class A { }", "@Grab('a:b:1')",
        "System.exit(0)", "while (true) { }", "new File('x').text", "System.getenv('HOME')")) {
      for (var notation : ALL) {
        add(code.startsWith("@") ? 74 : 75, code, notation, plain(notation) + code + "\n",
            End.REFUSED);
      }
    }
  }
}

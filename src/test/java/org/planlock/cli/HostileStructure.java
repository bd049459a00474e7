package org.planlock.cli;

import static org.planlock.cli.HostileStudy.DSL;
import static org.planlock.cli.HostileStudy.GROOVY;
import static org.planlock.cli.HostileStudy.YAML;

import java.util.List;

/** Rows 1 to 6, 26 to 30 and 37: texts that are no tidy tree. */
final class HostileStructure {
  private HostileStructure() {}

  static List<HostileRow> rows() {
    return List.of(
        new HostileRow(
            1,
            "aliases of aliases",
            YAML.refuses("S104", "alias", "a: §&a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n"),
            DSL.cannot("`.plan` has no way to name a value and use it twice"),
            GROOVY.refuses(
                "S118",
                "begins a declaration",
                "planlock 1\n§def a = ['x', 'x']\ndef b = [a, a]\n")),
        new HostileRow(
            2,
            "a long text used a thousand times",
            YAML.refuses(
                "S104",
                "alias",
                "a: §&a " + "x".repeat(60_000) + "\nb: [" + "*a, ".repeat(1000) + "*a]"),
            DSL.cannot("`.plan` has no way to name a value and use it twice"),
            GROOVY.refuses(
                "S118",
                "a program fills in",
                "planlock 1\ndef a = '"
                    + "x".repeat(60_000)
                    + "'\ntitle \"§"
                    + "$a".repeat(1000)
                    + "\"")),
        new HostileRow(
            3,
            "a list that holds itself",
            YAML.refuses("S104", "alias", "planlock: 1\nplan: §&a [*a]\n"),
            DSL.cannot("`.plan` has no way to name a value and use it twice"),
            GROOVY.refuses("S118", "begins a declaration", "planlock 1\n§def a = []\na << a\n")),
        new HostileRow(
            4,
            "a mapping poured into another",
            YAML.refuses("S106", "<<", "penalty:\n", "penalty:\n  §<<: {l1_ratio: [0.1]}\n"),
            DSL.cannot("`.plan` has no way to pour one block into another"),
            GROOVY.refuses("S118", "spread list", "reference: 'M'", "§*: [reference: 'M']")),
        new HostileRow(
            5,
            "a key twice",
            YAML.refuses(
                "S103",
                "line 4 and on line 5",
                "  title: A small study\n",
                "  title: A small study\n  §title: Another\n"),
            DSL.refuses(
                "S103",
                "line 2 and on line 3",
                "  title \"A small study\"\n",
                "  title \"A small study\"\n  §title \"Another\"\n"),
            GROOVY.refuses(
                "S103",
                "line 4 and on line 5",
                "  title 'A small study'\n",
                "  title 'A small study'\n  §title 'Another'\n")),
        new HostileRow(
            5,
            "the version of the language twice",
            YAML.refuses("S103", "`planlock`", "planlock: 1\n", "planlock: 1\n§planlock: 1\n"),
            DSL.refuses("S103", "`language` is said", "language 1", "language 1 §language 1"),
            GROOVY.refuses("S103", "`planlock`", "planlock 1\n", "planlock 1\n§planlock 1\n")),
        new HostileRow(
            5,
            "a key twice, once in quotes",
            YAML.refuses(
                "S103",
                "line 4 and on line 5",
                "  title: A small study\n",
                "  title: A small study\n  §\"title\": Another\n"),
            DSL.cannot("a word of `.plan` in quotes is a text, not a word"),
            GROOVY.refuses(
                "S103",
                "on line 9 and on line 9",
                "reference: 'M'",
                "reference: 'M', §'reference': 'M'")),
        new HostileRow(
            5,
            "names that differ only in how an accent is typed",
            YAML.refuses(
                "P209",
                "second time",
                "add: [sex]}\n",
                "add: [sex]}\n  - {name: café, extends: m1, add: [sex]}\n  - §{name: café, extends: m1, add: [sex]}\n"),
            DSL.refuses(
                "S110",
                "U+00E9",
                "model m2 extends m1",
                "model m2 extends m1 { terms + sex }\nmodel caf§é extends m1 { terms + sex }\nmodel café extends m1"),
            GROOVY.refuses(
                "P209",
                "second time",
                "add: ['sex']\n",
                "add: ['sex']\nmodel 'café', extends: 'm1', add: ['sex']\n§model 'café', extends: 'm1', add: ['sex']\n")),
        new HostileRow(
            6,
            "a word with two letters exchanged",
            YAML.refuses("P201", "`lambda`", "  lambda:", "  §lamdba:"),
            DSL.refuses("S113", "`lambda`", "  lambda 0.5", "  §lamdba 0.5"),
            GROOVY.refuses("S113", "`lambda`", "  lambda 0.5", "  §lamdba 0.5")),
        new HostileRow(
            6,
            "the penalty under another program's name",
            YAML.refuses("P201", "l1_ratio", "  l1_ratio:", "  §aplha:"),
            DSL.refuses("S113", "l1_ratio", "  l1_ratio 0.5", "  §aplha 0.5"),
            GROOVY.refuses("S113", "l1_ratio", "  l1_ratio 0.5", "  §aplha 0.5")),
        new HostileRow(
            26,
            "a class of Java named in the text",
            YAML.refuses(
                "S105",
                "the tag",
                "lambda: [0.5, 0.05]",
                "lambda: §!!java.net.URL ['http://localhost/']"),
            DSL.cannot("`.plan` has no way to name a type"),
            GROOVY.refuses(
                "S118",
                "begins a new object",
                "lambda 0.5, 0.05",
                "lambda §new URL('http://localhost/')")),
        new HostileRow(
            26,
            "a tag of its own",
            YAML.refuses("S105", "the tag", "title: A", "title: §!mine A"),
            DSL.cannot("`.plan` has no way to name a type"),
            GROOVY.refuses(
                "S118",
                "code after a value",
                "title 'A small study'",
                "title 'A small study' §as Mine")),
        new HostileRow(
            26,
            "bytes in letters",
            YAML.refuses(
                "S105", "the tag", "title: A small study", "title: §!!binary QSBzdHVkeQ=="),
            DSL.cannot("`.plan` has no way to name a type"),
            GROOVY.refuses(
                "S118",
                "property or a method",
                "title 'A small study'",
                "title 'QSBzdHVkeQ=='§.decodeBase64()")),
        new HostileRow(
            26,
            "a set",
            YAML.refuses("S105", "the tag", "[M, F]", "§!!set {M, F}"),
            DSL.cannot("`.plan` has no way to name a type"),
            GROOVY.refuses("S118", "code after a value", "['M', 'F']", "['M', 'F'] §as Set")),
        new HostileRow(
            27,
            "two plans in one file",
            YAML.refuses(
                "S111", "second document", "planlock: 1\n", "planlock: 1\n§---\nplanlock: 1\n"),
            DSL.refuses(
                "S103",
                "line 1 and on line 4",
                "data {",
                "§plan \"other\" language 1 { title \"Another\" }\ndata {"),
            GROOVY.refuses("S103", "line 1 and on line 7", "data {", "§planlock 1\ndata {")),
        new HostileRow(
            28,
            "nothing",
            YAML.refuses("S112", "holds no plan", ""),
            DSL.refuses("S112", "holds no plan", ""),
            GROOVY.refuses("S112", "holds no plan", "")),
        new HostileRow(
            28,
            "only remarks",
            YAML.refuses("S112", "holds no plan", "§# soon\n"),
            DSL.refuses("S112", "holds no plan", "§// soon\n"),
            GROOVY.refuses("S112", "holds no plan", "§// soon\n")),
        new HostileRow(
            28,
            "one text",
            YAML.refuses("S112", "holds a text", "§soon\n"),
            DSL.refuses("S101", "is not expected here", "§\"soon\"\n"),
            GROOVY.refuses("S101", "a word begins here", "§'soon'\n")),
        new HostileRow(
            28,
            "one list",
            YAML.refuses("S112", "holds a list", "§- soon\n"),
            DSL.refuses("S101", "is not expected here", "§[soon]\n"),
            GROOVY.refuses("S101", "a word begins here", "§['soon']\n")),
        new HostileRow(
            29,
            "tabs before the lines",
            YAML.refuses("S116", "tab", "  l1_ratio", "§\tl1_ratio"),
            DSL.accepts("  l1_ratio", "\t\tl1_ratio"),
            GROOVY.accepts("  l1_ratio", "\t\tl1_ratio")),
        new HostileRow(
            30,
            "a quote that is never closed",
            YAML.refuses(
                "S102",
                "the quote that is opened here",
                "title: A small study",
                "title: §\"A small study"),
            DSL.refuses(
                "S102",
                "the quote that is opened here",
                "title \"A small study\"",
                "title §\"A small study"),
            GROOVY.refuses(
                "S102",
                "the quote that is opened here",
                "title 'A small study'",
                "title §'A small study")),
        new HostileRow(
            30,
            "a quote over many lines that is never closed",
            YAML.refuses(
                "S102",
                "the quote that is opened here",
                "title: A small study",
                "title: §'A small study"),
            DSL.cannot("a text of `.plan` ends with its line"),
            GROOVY.refuses(
                "S102",
                "the quote that is opened here",
                "title 'A small study'",
                "title §'''A small study")),
        new HostileRow(
            30,
            "a bracket that is never closed",
            YAML.refuses(
                "S102", "`[` is never closed", "lambda: [0.5, 0.05]", "lambda: §[0.5, 0.05"),
            DSL.refuses(
                "S102",
                "`(` is never closed",
                "coefficient(m1, dose) > 0.25 and",
                "coefficient§(m1, dose > 0.25 and"),
            GROOVY.refuses(
                "S102", "`[` is never closed", "terms: ['age', 'dose']", "terms: §['age', 'dose'")),
        new HostileRow(
            30,
            "a brace that is never closed",
            YAML.refuses(
                "S102",
                "`{` is never closed",
                "sample: {target: 40 enrolled, minimum: 16 analysis_set}",
                "sample: §{target: 40 enrolled, minimum: 16 analysis_set"),
            DSL.refuses(
                "S102",
                "`{` is never closed",
                "validate {\n  scheme k_fold 5 by participant\n  repeats 1\n  seed plan_digest\n}",
                "validate §{\n  scheme k_fold 5 by participant\n  repeats 1\n  seed plan_digest\n"),
            GROOVY.refuses(
                "S102",
                "`{` is never closed",
                "validate {\n  scheme 'k_fold 5'\n  by 'participant'\n  repeats 1\n  seed 'plan_digest'\n}",
                "validate §{\n  scheme 'k_fold 5'\n  by 'participant'\n  repeats 1\n  seed 'plan_digest'\n")),
        new HostileRow(
            37,
            "a tag that a reader of YAML stumbles over",
            YAML.refuses("S105", "the tag", "title: A small study", "title: §!%+2 A small study"),
            DSL.refuses(
                "S110",
                "exclamation mark",
                "title \"A small study\"",
                "title §!%+2 \"A small study\""),
            GROOVY.refuses(
                "S118", "negation", "title 'A small study'", "title §!%+2 'A small study'")));
  }
}

package org.planlock.cli;

import static org.planlock.cli.HostileStudy.DSL;
import static org.planlock.cli.HostileStudy.GROOVY;
import static org.planlock.cli.HostileStudy.YAML;

import java.util.List;

/** Rows 71 to 73: titles that would act, or spoil a page, where they are shown. */
final class HostileDisplays {
  private HostileDisplays() {}

  static List<HostileRow> rows() {
    return List.of(
        new HostileRow(
            71,
            "a title in HTML",
            YAML.acceptsLike(
                "title: A small study",
                "title: '<script>alert(1)</script><b onclick=alert(2)>'",
                "title: \"<script>alert(1)</script><b onclick=alert(2)>\""),
            DSL.acceptsLike(
                "title \"A small study\"",
                "title \"<script>alert(1)</script><b onclick=alert(2)>\"",
                "title \"<script>alert(1)</script><b onclick=alert(2)>\""),
            GROOVY.acceptsLike(
                "title 'A small study'",
                "title '<script>alert(1)</script><b onclick=alert(2)>'",
                "title \"<script>alert(1)</script><b onclick=alert(2)>\"")),
        new HostileRow(
            71,
            "a title that is an address that acts",
            YAML.acceptsLike(
                "title: A small study",
                "title: 'javascript:alert(1)'",
                "title: \"javascript:alert(1)\""),
            DSL.acceptsLike(
                "title \"A small study\"",
                "title \"javascript:alert(1)\"",
                "title \"javascript:alert(1)\""),
            GROOVY.acceptsLike(
                "title 'A small study'",
                "title 'javascript:alert(1)'",
                "title \"javascript:alert(1)\"")),
        new HostileRow(
            71,
            "a title that is a picture",
            YAML.acceptsLike(
                "title: A small study",
                "title: '<svg onload=alert(1)/>'",
                "title: \"<svg onload=alert(1)/>\""),
            DSL.acceptsLike(
                "title \"A small study\"",
                "title \"<svg onload=alert(1)/>\"",
                "title \"<svg onload=alert(1)/>\""),
            GROOVY.acceptsLike(
                "title 'A small study'",
                "title '<svg onload=alert(1)/>'",
                "title \"<svg onload=alert(1)/>\"")),
        new HostileRow(
            72,
            "an escape of the terminal in a title",
            YAML.refuses(
                "S110", "U+001B", "title: A small study", "title: A §\u001b[31msmall study"),
            DSL.refuses("S110", "U+001B", "\"A small study", "\"A §\u001b[31msmall study"),
            GROOVY.refuses("S110", "U+001B", "'A small study", "'A §\u001b[31msmall study")),
        new HostileRow(
            72,
            "a link of the terminal in a title, made by an escape",
            YAML.refuses(
                "S110",
                "U+001B",
                "title: A small study",
                "title: §\"A \\e]8;;http://localhost\\a small study\""),
            DSL.refuses(
                "S110",
                "U+001B",
                "\"A small study\"",
                "§\"A \\u001b]8;;http://localhost\\u0007 small study\""),
            GROOVY.refuses(
                "S110",
                "U+001B",
                "'A small study'",
                "§'A \\u001b]8;;http://localhost\\u0007 small study'")),
        new HostileRow(
            73,
            "a title of letters from right to left, and of pictures",
            YAML.acceptsLike(
                "title: A small study", "title: 'מחקר قلق 🧠 心'", "title: \"מחקר قلق 🧠 心\""),
            DSL.acceptsLike(
                "title \"A small study\"", "title \"מחקר قلق 🧠 心\"", "title \"מחקר قلق 🧠 心\""),
            GROOVY.acceptsLike(
                "title 'A small study'", "title 'מחקר قلق 🧠 心'", "title \"מחקר قلق 🧠 心\"")),
        new HostileRow(
            73,
            "a title of ten thousand characters",
            YAML.acceptsLike(
                "title: A small study",
                "title: " + "x ".repeat(5000) + "x",
                "title: \"" + "x ".repeat(5000) + "x\""),
            DSL.acceptsLike(
                "title \"A small study\"",
                "title \"" + "x ".repeat(5000) + "x\"",
                "title \"" + "x ".repeat(5000) + "x\""),
            GROOVY.acceptsLike(
                "title 'A small study'",
                "title '" + "x ".repeat(5000) + "x'",
                "title \"" + "x ".repeat(5000) + "x\"")));
  }
}

package org.planlock.cli;

import static org.planlock.cli.HostileStudy.DSL;
import static org.planlock.cli.HostileStudy.GROOVY;
import static org.planlock.cli.HostileStudy.YAML;

import java.util.List;

/** Rows 74 and 75: what would do something if a plan were run. */
final class HostileCode {
  private HostileCode() {}

  static List<HostileRow> rows() {
    return List.of(
        new HostileRow(
            74,
            "an annotation that runs while code is read",
            YAML.refuses(
                "S101",
                "is not expected here",
                "planlock: 1\n",
                "planlock: 1\n§@groovy.transform.ASTTest(value = { new File('pwned').text = '' }) def x\n"),
            DSL.refuses(
                "S110",
                "U+0040",
                "data {",
                "§@groovy.transform.ASTTest(value = { new File('pwned').text = '' })\ndef x\ndata {"),
            GROOVY.refuses(
                "S118",
                "annotation",
                "planlock 1\n",
                "planlock 1\n§@groovy.transform.ASTTest(value = { new File('pwned').text = '' })\ndef x\n")),
        new HostileRow(
            74,
            "an annotation that fetches code",
            YAML.refuses(
                "S101",
                "is not expected here",
                "planlock: 1\n",
                "planlock: 1\n§@Grab('org.example:evil:1') import evil.*\n"),
            DSL.refuses(
                "S110", "U+0040", "data {", "§@Grab('org.example:evil:1')\nimport evil.*\ndata {"),
            GROOVY.refuses(
                "S118",
                "annotation",
                "planlock 1\n",
                "planlock 1\n§@Grab('org.example:evil:1')\nimport evil.*\n")),
        new HostileRow(
            74,
            "a class with a block that runs when it is loaded",
            YAML.refuses(
                "S101",
                "is not expected here",
                "planlock: 1\n",
                "planlock: 1\n§class Evil { static { new File('pwned').text = '' } }\n"),
            DSL.refuses(
                "S110",
                "U+002E",
                "data {",
                "class Evil { static { new File('pwned')§.text = '' } }\ndata {"),
            GROOVY.refuses(
                "S118",
                "class",
                "planlock 1\n",
                "planlock 1\n§class Evil { static { new File('pwned').text = '' } }\n")),
        new HostileRow(
            74,
            "a cast that opens a file",
            YAML.refuses(
                "S101",
                "is not expected here",
                "planlock: 1\n",
                "planlock: 1\n§def x = (FileOutputStream) ['pwned']\n"),
            DSL.refuses("S113", "`def`", "data {", "§def x = (FileOutputStream) ['pwned']\ndata {"),
            GROOVY.refuses(
                "S118",
                "begins a declaration",
                "planlock 1\n",
                "planlock 1\n§def x = (FileOutputStream) ['pwned']\n")),
        new HostileRow(
            74,
            "a call inside a text",
            YAML.refuses(
                "S101",
                "is not expected here",
                "planlock: 1\n",
                "planlock: 1\n§title \"${new File('pwned').text = ''}\"\n"),
            DSL.refuses(
                "S113", "`title`", "data {", "§title \"${new File('pwned').text = ''}\"\ndata {"),
            GROOVY.refuses(
                "S118",
                "a program fills in",
                "planlock 1\n",
                "planlock 1\ntitle \"§${new File('pwned').text = ''}\"\n")),
        new HostileRow(
            75,
            "a loop without end",
            YAML.refuses(
                "S101",
                "is not expected here",
                "planlock: 1\n",
                "planlock: 1\n§while (true) { }\n"),
            DSL.refuses("S113", "`while`", "data {", "§while (true) { }\ndata {"),
            GROOVY.refuses(
                "S118", "begins a loop", "planlock 1\n", "planlock 1\n§while (true) { }\n")),
        new HostileRow(
            75,
            "an exit",
            YAML.refuses(
                "S101", "is not expected here", "planlock: 1\n", "planlock: 1\n§System.exit(0)\n"),
            DSL.refuses("S113", "`System.exit`", "data {", "§System.exit(0)\ndata {"),
            GROOVY.refuses(
                "S118", "property or a method", "planlock 1\n", "planlock 1\nSystem§.exit(0)\n")),
        new HostileRow(
            75,
            "the clock",
            YAML.refuses(
                "S101",
                "is not expected here",
                "planlock: 1\n",
                "planlock: 1\n§title new Date().toString()\n"),
            DSL.refuses("S110", "U+002E", "data {", "title new Date()§.toString()\ndata {"),
            GROOVY.refuses(
                "S118",
                "begins a new object",
                "planlock 1\n",
                "planlock 1\ntitle §new Date().toString()\n")),
        new HostileRow(
            75,
            "the environment",
            YAML.refuses(
                "S101",
                "is not expected here",
                "planlock: 1\n",
                "planlock: 1\n§title System.getenv('HOME')\n"),
            DSL.refuses("S113", "`title`", "data {", "§title System.getenv('HOME')\ndata {"),
            GROOVY.refuses(
                "S118",
                "property or a method",
                "planlock 1\n",
                "planlock 1\ntitle System§.getenv('HOME')\n")),
        new HostileRow(
            75,
            "the text of another file",
            YAML.refuses(
                "S101",
                "is not expected here",
                "planlock: 1\n",
                "planlock: 1\n§title new File('/etc/passwd').text\n"),
            DSL.refuses("S110", "U+002E", "data {", "title new File('/etc/passwd')§.text\ndata {"),
            GROOVY.refuses(
                "S118",
                "begins a new object",
                "planlock 1\n",
                "planlock 1\ntitle §new File('/etc/passwd').text\n")));
  }
}

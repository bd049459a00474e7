package org.planlock.syntax.groovy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.planlock.source.SourceFile;
import org.planlock.syntax.Findings;

/**
 * What our reader takes is Groovy, and means there what we take it for: Groovy's parser says so.
 */
class PartOfGroovyTest {
  @TestFactory
  Stream<DynamicTest> everyPlanOfTheProject() throws IOException {
    return Stream.of("plans", "src/test/resources/plans", "src/test/resources/targets")
        .flatMap(folder -> groovy(Path.of(folder)).stream())
        .map(file -> DynamicTest.dynamicTest(file.toString(), () -> same(Files.readString(file))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "planlock 1",
        "plan('x') { title 'y' }",
        "plan ('x') { title 'y'; id 'z' }",
        "plan('x', language: 1) {\n  title 'y'\n}\n",
        "plan(id: 'x',\n  for: 'y') { }",
        "sample {\n  looks(-5)\n  target(['a'])\n  order([:])\n  rows([])\n}",
        "sample { looks 1, -2, 3.5e-9, true, false, 1E+2, 0.10 }",
        "sample {\n  looks 1,\n      2,\n\n      3\n}",
        "sample {\n  flow by:\n    'a', counts: [\n      'b',\n      'c',\n    ]\n}",
        "sample { flow 'by': 'a', in: 'b', as: 'c', extends: 'd', default: 'e', class: 'f' }",
        "step 1, scale: ['a'], to: 'z(sd n-1)' // what follows\n/* and\nthis */ step 2, code: ['b']",
        "step 1, /* here */ scale: 'a'",
        "step 1, // here\n  scale: 'a'",
        "title \"it's\"\ntitle 'a \"b\" $c \\$ \\\\ \\n \\t \\' \\u00e9 é 🧠'\ntitle \"a \\\"b\\\" \\$c\"",
        "a { b { c 1 }\n d { } }",
        "\n\na 1;;b 2;\n;c 3\n",
        "set 'a', value: [[x: 1], [y: [z: 2]]]",
        "set(\n  'a',\n  value: 'b'\n)",
        "set('a'\n  , value: 'b')",
      })
  void whatever(String text) {
    same(text);
  }

  private static void same(String text) {
    var findings = new Findings();
    var tokens = Tokens.cut(SourceFile.of("x", text), findings).tokens();
    var script = new ScriptParser(tokens, findings).script();
    assertThat(findings.inOrder()).isEmpty();
    assertThat(ParsedByGroovy.read(script)).isEqualTo(ParsedByGroovy.script(text));
  }

  private static List<Path> groovy(Path folder) {
    try (var files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".plan.groovy")).sorted().toList();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}

package org.planlock.editor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.planlock.syntax.dsl.DslQuestion;

/** The colours of {@code .plan} know the words of its grammar. */
class TextMateGrammarTest {
  private static final Path FOLDER = Path.of("src/editors/vscode");

  @Test
  void everyKeywordOfTheGrammarIsColoured() throws IOException {
    var lexer = Files.readString(Path.of("grammar/PlanLexer.g4"));
    var keywords =
        Pattern.compile("(?m)^[A-Z_]+ *: '([a-z_]+)' ;")
            .matcher(lexer)
            .results()
            .map(match -> match.group(1))
            .toList();
    assertThat(keywords).hasSizeGreaterThan(8);
    assertThat(keywords)
        .allSatisfy(word -> assertThat(pattern("operatorWord").matcher(word)).matches());
  }

  @Test
  void everyStatementIsColoured() throws IOException {
    var statement = pattern("statement");
    assertThat(DslQuestion.statements())
        .isNotEmpty()
        .allSatisfy(
            word -> assertThat(statement.matcher(word + " x").lookingAt()).as(word).isTrue());
  }

  @Test
  void everyPatternCompilesAndEveryIncludeIsThere() throws IOException {
    var grammar = json("syntaxes/plan.tmLanguage.json");
    var repository = grammar.getAsJsonObject("repository");
    grammar
        .getAsJsonArray("patterns")
        .forEach(
            each ->
                assertThat(
                        repository.has(
                            each.getAsJsonObject().get("include").getAsString().substring(1)))
                    .as(each.toString())
                    .isTrue());
    assertThat(grammar.getAsJsonArray("patterns")).hasSize(repository.size());
    for (var name : repository.keySet()) {
      assertThat(pattern(name).pattern()).isNotEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "string    | \"a \\\" b\" c | \"a \\\" b\"",
        "comment   | // to the end  | // to the end",
        "number    | 1e-9           | 1e-9",
        "template  | d_(measure)    | (measure)",
        "name      | ses-pre, x     | ses-pre",
        "call      | missing(x)     | missing"
      })
  void findsPieces(String name, String text, String piece) throws IOException {
    var found = pattern(name.strip()).matcher(text);
    assertThat(found.find()).isTrue();
    assertThat(found.group()).isEqualTo(piece);
  }

  @Test
  void theExtensionNamesFilesThatAreThere() throws IOException {
    var contributes = json("package.json").getAsJsonObject("contributes");
    var files = new ArrayList<String>();
    for (JsonElement each : contributes.getAsJsonArray("languages")) {
      files.add(each.getAsJsonObject().get("configuration").getAsString());
    }
    for (JsonElement each : contributes.getAsJsonArray("grammars")) {
      files.add(each.getAsJsonObject().get("path").getAsString());
    }
    assertThat(files).hasSize(2).allSatisfy(file -> assertThat(FOLDER.resolve(file)).exists());
    var configuration = json("language-configuration.json");
    for (var key : List.of("start", "end")) {
      var markers = configuration.getAsJsonObject("folding").getAsJsonObject("markers");
      assertThat(Pattern.compile(markers.get(key).getAsString())).isNotNull();
    }
  }

  private static Pattern pattern(String name) throws IOException {
    var rule =
        json("syntaxes/plan.tmLanguage.json").getAsJsonObject("repository").getAsJsonObject(name);
    return Pattern.compile(rule.get("match").getAsString(), Pattern.MULTILINE);
  }

  private static JsonObject json(String name) throws IOException {
    return JsonParser.parseString(Files.readString(FOLDER.resolve(name))).getAsJsonObject();
  }
}

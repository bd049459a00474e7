package org.planlock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.lsp4j.CompletionParams;
import org.eclipse.lsp4j.DefinitionParams;
import org.eclipse.lsp4j.DidChangeConfigurationParams;
import org.eclipse.lsp4j.DidChangeWatchedFilesParams;
import org.eclipse.lsp4j.DidCloseTextDocumentParams;
import org.eclipse.lsp4j.DidSaveTextDocumentParams;
import org.eclipse.lsp4j.DocumentFormattingParams;
import org.eclipse.lsp4j.DocumentSymbolParams;
import org.eclipse.lsp4j.FormattingOptions;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.PrepareRenameParams;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.ReferenceContext;
import org.eclipse.lsp4j.ReferenceParams;
import org.eclipse.lsp4j.RenameParams;
import org.eclipse.lsp4j.SetTraceParams;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole sessions of an editor with the language server, over its standard streams. */
class LspSessionTest {
  private static final Path TRANSCRIPT = Path.of("src/docs/lsp-transcript.md");

  private static final String YAML =
      """
      planlock: 1
      plan: {id: mood, title: "Does the dose lift mood? 😀"}
      data:
        tables:
          - {name: people, file: people.tsv, key: [participant_id]}
        columns:
          - {name: age, table: people, type: number, range: [18, 70], unit: years}
          - {name: dose, table: people, type: number, range: [0, 40], unit: mg}
          - {name: before, table: people, type: number, range: [0, 80], unit: points}
          - {name: after, table: people, type: number, range: [0, 80], unit: points}
      variables:
        - {name: gain, role: outcome, value: before - after, unit: points}
      models:
        - {name: small, outcome: gain, terms: [age]}
        - {name: large, extends: small, add: [dose, agee]}



      penalty:
        family: none
        standardize: false
      hypotheses:
        - {id: H1, claim: dose lifts mood, corroborated: "coefficient(large, dose) > 0 points per mg"}
      """;

  private static final String DSL =
      """
      plan "mood" language 1 { title "Does the dose lift mood?" }
      data {
        table people from "people.tsv" key participant_id
        column age    in people number 18 .. 70 unit years
        column before in people number 0 .. 80  unit points
        column after  in people number 0 .. 80  unit points
      }
      outcome gain = before - after unit points
         // the only one
      model small { outcome gain  terms age }



      penalty none { standardize no }
      """;

  private static final String GROOVY =
      """
      planlock 1
      plan('mood') { title 'Does the dose lift mood?' }
      data {
        table 'people', file: 'people.tsv', key: ['participant_id']
        column 'age', table: 'people', type: 'number', range: [18, 70], unit: 'years'
        column 'before', table: 'people', type: 'number', range: [0, 80], unit: 'points'
        column 'after', table: 'people', type: 'number', range: [0, 80], unit: 'points'
      }
      outcome 'gain', value: 'before - after', unit: 'points'
         // the only one
      model 'small', outcome: 'gain', terms: ['age', 'agee']
      penalty('none') {
      standardize false
      }
      """;

  @TempDir private Path folder;

  private final StringBuilder transcript = new StringBuilder();

  @Test
  void asRecorded() throws Exception {
    Files.writeString(
        folder.resolve("people.tsv"), "participant_id\tage\tdose\tbefore\tafter\tsex\n");
    Files.writeString(
        folder.resolve("people.json"),
        "{\"sex\": {\"Description\": \"sex at birth\", \"Levels\": {\"F\": \"female\", \"M\": \"male\"}}}\n");
    transcript.append(
        """
        # A session with the language server

        What a client (LSP4J) and `plan lsp` say to each other over the standard streams, as `LspSessionTest` records it. The plan's folder
        holds `people.tsv` with the header `participant_id age dose before after sex` and a dictionary `people.json` that describes `sex`.
        """);
    var session = new LspSession(folder);
    say(session, "initialize", session.initialize());
    var yaml = uri("mood.plan.yaml");
    transcript.append("\n## YAML\n\n```yaml\n").append(YAML).append("```\n");
    say(session, "textDocument/didOpen: diagnostics", session.open(yaml, YAML).getDiagnostics());
    about(session, yaml, YAML);
    var misspelt = LspSession.place(YAML, "agee", 0, 3);
    var mended =
        new TextDocumentContentChangeEvent(
            new Range(misspelt, new Position(misspelt.getLine(), misspelt.getCharacter() + 1)), "");
    say(
        session,
        "textDocument/didChange, `agee` becomes `age`: diagnostics",
        session.change(yaml, 2, mended).getDiagnostics());
    broken(session, yaml);
    var plan = uri("mood.plan");
    transcript.append("\n## .plan\n\n```\n").append(DSL).append("```\n");
    blocks(session, plan, DSL, "standardize ");
    var groovy = uri("mood.plan.groovy");
    transcript.append("\n## .plan.groovy\n\n```groovy\n").append(GROOVY).append("```\n");
    blocks(session, groovy, GROOVY, "standardize ");
    transcript
        .append("\n`shutdown`, `exit`: the process ends with ")
        .append(session.leave(true))
        .append(".\n");
    assertThat(session.complaints()).isEmpty();
    golden();
  }

  private void about(LspSession session, String uri, String text) {
    var service = session.server().getTextDocumentService();
    var id = new TextDocumentIdentifier(uri);
    say(
        session,
        "textDocument/hover on `standardize`",
        LspSession.answer(
            service.hover(new HoverParams(id, LspSession.place(text, "standardize", 0, 2)))));
    say(
        session,
        "textDocument/hover on `gain` in `small`",
        LspSession.answer(
            service.hover(new HoverParams(id, LspSession.place(text, "gain", 1, 2)))));
    say(
        session,
        "textDocument/completion after `terms: [`",
        labels(session, uri, LspSession.place(text, "[age]", 0, 1)));
    say(
        session,
        "textDocument/completion after `coefficient(`",
        labels(session, uri, LspSession.place(text, "(large", 0, 1)));
    say(
        session,
        "textDocument/definition of `dose` in the hypothesis",
        LspSession.answer(
            service.definition(
                new DefinitionParams(id, LspSession.place(text, ", dose) >", 0, 3)))));
    say(
        session,
        "textDocument/references of `small`",
        LspSession.answer(
            service.references(
                new ReferenceParams(
                    id, LspSession.place(text, "small", 0, 1), new ReferenceContext(true)))));
    var large = LspSession.place(text, "large", 1, 1);
    say(
        session,
        "textDocument/prepareRename of `large` in the hypothesis",
        LspSession.answer(service.prepareRename(new PrepareRenameParams(id, large))));
    say(
        session,
        "textDocument/rename of `large` to `with_dose`",
        LspSession.answer(service.rename(new RenameParams(id, large, "with_dose"))));
    say(
        session,
        "textDocument/rename of `large` to `small` is refused",
        LspSession.refusal(service.rename(new RenameParams(id, large, "small"))));
    say(
        session,
        "textDocument/rename of `gain` to `a b` is refused",
        LspSession.refusal(
            service.rename(new RenameParams(id, LspSession.place(text, "gain", 0, 0), "a b"))));
    formatting(session, uri);
    outline(session, uri);
  }

  private void broken(LspSession session, String uri) {
    var end = new Position(YAML.split("\n").length, 0);
    var typed =
        new TextDocumentContentChangeEvent(
            new Range(end, end), "compare:\n  - {model: large, with: ");
    say(
        session,
        "textDocument/didChange, a line `- {model: large, with: ` is begun: diagnostics",
        session.change(uri, 3, typed).getDiagnostics());
    say(
        session,
        "textDocument/completion at its end",
        labels(session, uri, new Position(end.getLine() + 1, 26)));
    say(
        session,
        "textDocument/hover on `with`",
        LspSession.answer(
            session
                .server()
                .getTextDocumentService()
                .hover(
                    new HoverParams(
                        new TextDocumentIdentifier(uri), new Position(end.getLine() + 1, 21)))));
  }

  /**
   * Every feature in a notation with blocks.
   *
   * @param value what stands before the place of a value of {@code standardize}
   */
  private void blocks(LspSession session, String uri, String text, String value) {
    var service = session.server().getTextDocumentService();
    var id = new TextDocumentIdentifier(uri);
    say(session, "textDocument/didOpen: diagnostics", session.open(uri, text).getDiagnostics());
    say(
        session,
        "textDocument/hover on `terms`",
        LspSession.answer(
            service.hover(new HoverParams(id, LspSession.place(text, "terms", 0, 1)))));
    say(
        session,
        "textDocument/completion inside the block of `penalty`",
        labels(session, uri, LspSession.place(text, "standardize", 0, 0)));
    say(
        session,
        "textDocument/completion after `standardize`",
        labels(session, uri, LspSession.place(text, value, 0, value.length())));
    say(
        session,
        "textDocument/definition of `gain` in the model",
        LspSession.answer(
            service.definition(new DefinitionParams(id, LspSession.place(text, "gain", 1, 1)))));
    say(
        session,
        "textDocument/rename of `gain` to `improvement`",
        LspSession.answer(
            service.rename(
                new RenameParams(id, LspSession.place(text, "gain", 1, 1), "improvement"))));
    formatting(session, uri);
    outline(session, uri);
  }

  private void formatting(LspSession session, String uri) {
    var params =
        new DocumentFormattingParams(
            new TextDocumentIdentifier(uri), new FormattingOptions(2, true));
    say(
        session,
        "textDocument/formatting",
        LspSession.answer(session.server().getTextDocumentService().formatting(params)));
  }

  private void outline(LspSession session, String uri) {
    var params = new DocumentSymbolParams(new TextDocumentIdentifier(uri));
    say(
        session,
        "textDocument/documentSymbol",
        LspSession.answer(session.server().getTextDocumentService().documentSymbol(params)).stream()
            .map(symbol -> symbol.getRight())
            .map(
                symbol ->
                    symbol.getName()
                        + " "
                        + symbol.getChildren().stream()
                            .map(
                                child ->
                                    child.getName()
                                        + (child.getDetail() == null
                                            ? ""
                                            : " (" + child.getDetail() + ")"))
                            .toList())
            .toList());
  }

  private static List<String> labels(LspSession session, String uri, Position at) {
    var found =
        LspSession.answer(
            session
                .server()
                .getTextDocumentService()
                .completion(new CompletionParams(new TextDocumentIdentifier(uri), at)));
    return found.getRight().getItems().stream()
        .map(item -> item.getLabel() + (item.getDetail() == null ? "" : ": " + item.getDetail()))
        .toList();
  }

  private void say(LspSession session, String what, Object answer) {
    var text = session.text(answer).replace(folder.toUri().toString(), "file:///study/");
    transcript.append("\n### ").append(what).append("\n\n```json\n").append(text).append("\n```\n");
  }

  private String uri(String name) {
    return folder.resolve(name).toUri().toString();
  }

  private void golden() throws IOException {
    var made = transcript.toString();
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(TRANSCRIPT, made);
    }
    assertThat(Files.readString(TRANSCRIPT)).isEqualTo(made);
  }

  /** What is published is what {@code plan check} says: codes and places. */
  @Test
  void findsWhatPlanCheckFinds() throws Exception {
    var text =
        Files.readString(
            Path.of("src/test/resources/targets/ketamine-ptsd.plan.yaml"), StandardCharsets.UTF_8);
    var desk = new Desk(folder);
    desk.with("k.plan.yaml", text);
    desk.type("check", "k.plan.yaml");
    var session = new LspSession(folder);
    session.initialize();
    var found = session.open(uri("k.plan.yaml"), text).getDiagnostics();
    assertThat(found).isNotEmpty();
    var places =
        found.stream()
            .map(
                d ->
                    "["
                        + d.getCode().getLeft()
                        + "]: "
                        + d.getMessage().lines().findFirst().orElse(""))
            .toList();
    assertThat(places).allSatisfy(place -> assertThat(desk.out()).contains(place));
    assertThat(found)
        .allSatisfy(
            d ->
                assertThat(desk.out())
                    .contains(
                        "k.plan.yaml:"
                            + (d.getRange().getStart().getLine() + 1)
                            + ":"
                            + (d.getRange().getStart().getCharacter() + 1)));
    assertThat(session.leave(true)).isZero();
  }

  @Test
  void whoLeavesWithoutAWordIsAnError() throws Exception {
    var session = new LspSession(folder);
    session.initialize();
    assertThat(session.leave(false)).isEqualTo(1);
    assertThat(session.complaints()).isEmpty();
    var cut = new LspSession(folder);
    cut.initialize();
    assertThat(cut.hangUp()).isEqualTo(1);
    assertThat(cut.complaints()).isEmpty();
  }

  @Test
  void strangeRequestsAreAnswered() throws Exception {
    var session = new LspSession(folder);
    session.initialize();
    var service = session.server().getTextDocumentService();
    var unknown = new TextDocumentIdentifier("untitled:Untitled-1");
    var far = new Position(99999, 99999);
    assertThat(LspSession.answer(service.hover(new HoverParams(unknown, far)))).isNull();
    assertThat(
            LspSession.answer(service.completion(new CompletionParams(unknown, far)))
                .getRight()
                .getItems())
        .isEmpty();
    assertThat(session.open("untitled:Untitled-1", "plan \"x\" language 1 {").getDiagnostics())
        .hasSize(1);
    assertThat(LspSession.answer(service.hover(new HoverParams(unknown, far)))).isNull();
    assertThat(LspSession.answer(service.prepareRename(new PrepareRenameParams(unknown, far))))
        .isNull();
    assertThat(LspSession.refusal(service.rename(new RenameParams(unknown, far, "x"))))
        .contains("no name of the plan stands here");
    assertThat(
            session
                .change(
                    "untitled:Untitled-1",
                    2,
                    new TextDocumentContentChangeEvent("plan \"x\" language 1\n"))
                .getDiagnostics())
        .isEmpty();
    service.didSave(new DidSaveTextDocumentParams(unknown));
    assertThat(session.diagnostics().getDiagnostics()).isEmpty();
    service.didClose(new DidCloseTextDocumentParams(unknown));
    assertThat(session.diagnostics().getDiagnostics()).isEmpty();
    session.server().setTrace(new SetTraceParams("off"));
    session
        .server()
        .getWorkspaceService()
        .didChangeConfiguration(new DidChangeConfigurationParams(new Object()));
    session
        .server()
        .getWorkspaceService()
        .didChangeWatchedFiles(new DidChangeWatchedFilesParams(List.of()));
    assertThat(session.open("file:///x/odd%zz.plan", "plan \"x\" language 1\n").getDiagnostics())
        .isEmpty();
    assertThat(session.leave(true)).isZero();
  }

  @Test
  void charactersBeyondTheFirstPlaneAreTwo() throws Exception {
    var session = new LspSession(folder);
    session.initialize();
    var uri = uri("x.plan.yaml");
    var text = "planlock: 1\r\nplan: {id: x, title: \"😀😀\", sibling: []}\r\n";
    var found = session.open(uri, text).getDiagnostics();
    assertThat(found).hasSize(1);
    assertThat(found.get(0).getRange())
        .isEqualTo(new Range(new Position(1, 29), new Position(1, 36)));
    var smile =
        new TextDocumentContentChangeEvent(
            new Range(new Position(1, 29), new Position(1, 36)), "siblings");
    assertThat(session.change(uri, 2, smile).getDiagnostics()).isEmpty();
    assertThat(session.leave(true)).isZero();
  }
}

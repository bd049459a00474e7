package org.planlock.editor.server;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.eclipse.lsp4j.CompletionParams;
import org.eclipse.lsp4j.DefinitionParams;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.DocumentFormattingParams;
import org.eclipse.lsp4j.DocumentSymbolParams;
import org.eclipse.lsp4j.FormattingOptions;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.TextDocumentItem;
import org.eclipse.lsp4j.VersionedTextDocumentIdentifier;
import org.eclipse.lsp4j.jsonrpc.Launcher;
import org.eclipse.lsp4j.services.LanguageServer;
import org.eclipse.lsp4j.services.TextDocumentService;

/** A plan to rehearse with, in each notation, and what is asked about it. */
enum RehearsedPlan {
  YAML(
      "rehearsed.plan.yaml",
      """
      planlock: 1
      plan: {id: rehearsed, title: nobody's}
      data:
        tables:
          - {name: t, file: t.tsv, key: [participant_id]}
        columns:
          - {name: z, table: t, type: number, range: [0, 9], unit: points}
      """,
      "    - {name: x#, table: t, type: number, range: [0, 9], unit: points}\n",
      """
      variables:
        - {name: y, role: outcome, value: z - z / 2, unit: points}
      """,
      "  - {name: d#, role: predictor, value: x# - x0, unit: points}\n",
      """
      penalty: {family: none, standardize: false}
      models:
      """,
      "  - {name: m#, outcome: y, terms: [d#, x#]}\n"),
  PLAN(
      "rehearsed.plan",
      """
      plan "rehearsed" language 1 { title "nobody's" }
      data {
        table t from "t.tsv" key participant_id
        column z in t number 0 .. 9 unit points
      """,
      "  column x# in t number 0 .. 9 unit points\n",
      """
      }
      outcome y = z - z / 2 unit points
      """,
      "predictor d# = x# - x0 unit points\n",
      """
      penalty none {
        standardize no
      }
      """,
      "model m# { outcome y terms d#, x# }\n"),
  GROOVY(
      "rehearsed.plan.groovy",
      """
      planlock 1
      plan('rehearsed') { title 'nobody' }
      data {
        table 't', file: 't.tsv', key: ['participant_id']
        column 'z', table: 't', type: 'number', range: [0, 9], unit: 'points'
      """,
      "  column 'x#', table: 't', type: 'number', range: [0, 9], unit: 'points'\n",
      """
      }
      outcome 'y', value: 'z - z / 2', unit: 'points'
      """,
      "predictor 'd#', value: 'x# - x0', unit: 'points'\n",
      """
      penalty('none') {
        standardize false
      }
      """,
      "model 'm#', outcome: 'y', terms: ['d#', 'x#']\n");

  /** Of each kind; loops over a text are translated once they have seen some lines. */
  private static final int THINGS = 60;

  private final String uri;
  private final String text;

  RehearsedPlan(String name, String... parts) {
    this.uri = "rehearsal:" + name;
    this.text =
        IntStream.range(0, parts.length)
            .mapToObj(i -> i % 2 == 0 ? parts[i] : many(parts[i]))
            .collect(Collectors.joining());
  }

  private static String many(String line) {
    return IntStream.range(0, THINGS)
        .mapToObj(i -> line.replace("#", Integer.toString(i)))
        .collect(Collectors.joining());
  }

  String text() {
    return text;
  }

  /** What an editor would say about it from opening to closing, as it stands on the stream. */
  byte[] messages() {
    var unanswered = new ArrayList<Future<?>>();
    var stream = new ByteArrayOutputStream();
    // never listens: the answers are thrown away
    var server =
        Launcher.createLauncher(
                new Object(), LanguageServer.class, InputStream.nullInputStream(), stream)
            .getRemoteProxy()
            .getTextDocumentService();
    server.didOpen(new DidOpenTextDocumentParams(new TextDocumentItem(uri, "planlock", 1, text)));
    ask(server, unanswered);
    server.didChange(
        new DidChangeTextDocumentParams(
            new VersionedTextDocumentIdentifier(uri, 2), List.of(letter())));
    ask(server, unanswered);
    return stream.toByteArray();
  }

  private TextDocumentContentChangeEvent letter() {
    var at = position("m7", "d7");
    return new TextDocumentContentChangeEvent(new Range(at, at), "d");
  }

  private void ask(TextDocumentService server, List<Future<?>> unanswered) {
    var id = new TextDocumentIdentifier(uri);
    for (var at : places()) {
      unanswered.add(server.hover(new HoverParams(id, at)));
      unanswered.add(server.completion(new CompletionParams(id, at)));
    }
    unanswered.add(server.definition(new DefinitionParams(id, position("m7", "d7"))));
    unanswered.add(server.documentSymbol(new DocumentSymbolParams(id)));
    unanswered.add(
        server.formatting(new DocumentFormattingParams(id, new FormattingOptions(2, true))));
  }

  /** A key, a unit, names in an expression and in a list. */
  private List<Position> places() {
    return List.of(
        position("standardize", "standardize"),
        position("x7", "points"),
        position("d7", "x7"),
        position("m7", "d7"));
  }

  /** Behind the first letter of a word in the first line that declares a name. */
  private Position position(String name, String word) {
    int declared = text.indexOf(name);
    int at = text.indexOf(word, declared);
    int start = text.lastIndexOf('\n', at) + 1;
    int line = (int) text.substring(0, start).chars().filter(c -> c == '\n').count();
    return new Position(line, at - start + 1);
  }
}

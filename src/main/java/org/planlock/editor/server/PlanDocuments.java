package org.planlock.editor.server;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionList;
import org.eclipse.lsp4j.CompletionParams;
import org.eclipse.lsp4j.DefinitionParams;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidCloseTextDocumentParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.DidSaveTextDocumentParams;
import org.eclipse.lsp4j.DocumentFormattingParams;
import org.eclipse.lsp4j.DocumentSymbol;
import org.eclipse.lsp4j.DocumentSymbolParams;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.LocationLink;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.PrepareRenameDefaultBehavior;
import org.eclipse.lsp4j.PrepareRenameParams;
import org.eclipse.lsp4j.PrepareRenameResult;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.ReferenceParams;
import org.eclipse.lsp4j.RenameParams;
import org.eclipse.lsp4j.SymbolInformation;
import org.eclipse.lsp4j.TextDocumentPositionParams;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.jsonrpc.messages.Either3;
import org.eclipse.lsp4j.services.LanguageClient;
import org.eclipse.lsp4j.services.TextDocumentService;
import org.jspecify.annotations.Nullable;
import org.planlock.editor.Completion;
import org.planlock.editor.Definition;
import org.planlock.editor.Draft;
import org.planlock.editor.Formatting;
import org.planlock.editor.OutlineItem;
import org.planlock.editor.Renaming;

/**
 * Answers about open documents; judges them in the background a moment after each change. Hover and
 * completion are answered at once from what was last read, all else from the text as it is.
 */
final class PlanDocuments implements TextDocumentService {
  private static final long REST_MILLIS = 150;

  private final Map<String, OpenDocument> open = new ConcurrentHashMap<>();
  private final Questions questions = new Questions();
  private final BackgroundJudge judge = new BackgroundJudge(open, questions);
  private final Answers answers = new Answers(questions);

  /** What is asked at this moment and answered at once. */
  Questions questions() {
    return questions;
  }

  void connect(LanguageClient editor) {
    judge.connect(editor);
  }

  /** From now on nothing is judged, only answered. */
  void judgeNoMore() {
    judge.close();
  }

  void close() {
    judge.close();
    answers.close();
  }

  @Override
  public void didOpen(DidOpenTextDocumentParams params) {
    var uri = params.getTextDocument().getUri();
    open.put(uri, new OpenDocument(params.getTextDocument()));
    judge.judge(uri, 0);
  }

  @Override
  public void didChange(DidChangeTextDocumentParams params) {
    var uri = params.getTextDocument().getUri();
    var document = open.get(uri);
    if (document != null) {
      document.change(params.getContentChanges(), params.getTextDocument().getVersion());
      judge.judge(uri, REST_MILLIS);
    }
  }

  @Override
  public void didClose(DidCloseTextDocumentParams params) {
    var uri = params.getTextDocument().getUri();
    open.remove(uri);
    judge.forget(uri);
  }

  @Override
  public void didSave(DidSaveTextDocumentParams params) {
    judge.judge(params.getTextDocument().getUri(), 0);
  }

  @Override
  public CompletableFuture<Either<List<CompletionItem>, CompletionList>> completion(
      CompletionParams params) {
    var uri = params.getTextDocument().getUri();
    return answers.now(
        () ->
            Either.forRight(
                Optional.ofNullable(open.get(uri))
                    .flatMap(OpenDocument::typing)
                    .map(draft -> completions(draft, uri, params.getPosition()))
                    .orElseGet(CompletionList::new)));
  }

  private static CompletionList completions(Draft draft, String uri, Position at) {
    var spoken = new Spoken(draft, uri);
    int offset = spoken.offset(at);
    return spoken.completions(Completion.at(draft, offset), offset);
  }

  @Override
  public CompletableFuture<@Nullable Hover> hover(HoverParams params) {
    var uri = params.getTextDocument().getUri();
    return answers.now(
        () ->
            Optional.ofNullable(open.get(uri))
                .flatMap(OpenDocument::typing)
                .flatMap(draft -> hover(draft, uri, params.getPosition()))
                .orElse(null));
  }

  private static Optional<Hover> hover(Draft draft, String uri, Position at) {
    var spoken = new Spoken(draft, uri);
    return org.planlock.editor.Hover.at(draft, spoken.offset(at)).map(spoken::hover);
  }

  @Override
  public CompletableFuture<Either<List<? extends Location>, List<? extends LocationLink>>>
      definition(DefinitionParams params) {
    var now = now(params.getTextDocument().getUri());
    return answers.later(
        () ->
            Either.forLeft(
                now.get()
                    .flatMap(draft -> definition(draft, params))
                    .map(List::of)
                    .orElse(List.of())));
  }

  private static Optional<Location> definition(Draft draft, DefinitionParams params) {
    var uri = params.getTextDocument().getUri();
    var spoken = new Spoken(draft, uri);
    return Definition.at(draft, spoken.offset(params.getPosition()))
        .map(
            found ->
                found
                    .file()
                    .map(
                        file ->
                            new Location(
                                file.toUri().toString(),
                                new Range(new Position(0, 0), new Position(0, 0))))
                    .orElseGet(() -> new Location(uri, spoken.range(found.place()))));
  }

  @Override
  public CompletableFuture<List<? extends Location>> references(ReferenceParams params) {
    var uri = params.getTextDocument().getUri();
    boolean all = params.getContext().isIncludeDeclaration();
    var now = now(uri);
    return answers.later(
        () ->
            now.get()
                .map(
                    draft -> {
                      var spoken = new Spoken(draft, uri);
                      return Definition.uses(draft, spoken.offset(params.getPosition()), all)
                          .map(place -> new Location(uri, spoken.range(place)))
                          .toList();
                    })
                .orElse(List.of()));
  }

  @Override
  public CompletableFuture<
          @Nullable Either3<Range, PrepareRenameResult, PrepareRenameDefaultBehavior>>
      prepareRename(PrepareRenameParams params) {
    return asked(
        params,
        (draft, spoken) ->
            Renaming.at(draft, spoken.offset(params.getPosition()))
                .map(
                    found ->
                        Either3.forSecond(
                            new PrepareRenameResult(spoken.range(found.place()), found.name()))));
  }

  @Override
  public CompletableFuture<@Nullable WorkspaceEdit> rename(RenameParams params) {
    return asked(
        params,
        (draft, spoken) -> {
          var renaming =
              Renaming.at(draft, spoken.offset(params.getPosition()))
                  .orElseThrow(
                      () ->
                          Answers.refused(
                              "no name of the plan stands here, or the plan cannot be read yet"));
          var outcome = renaming.to(params.getNewName());
          if (!outcome.refusal().isEmpty()) {
            throw Answers.refused(outcome.refusal());
          }
          return Optional.of(
              new WorkspaceEdit(
                  Map.of(params.getTextDocument().getUri(), spoken.edits(outcome.edits()))));
        });
  }

  @Override
  public CompletableFuture<List<Either<SymbolInformation, DocumentSymbol>>> documentSymbol(
      DocumentSymbolParams params) {
    var uri = params.getTextDocument().getUri();
    var now = now(uri);
    return answers.later(
        () ->
            now.get().stream()
                .flatMap(
                    draft -> OutlineItem.of(draft).stream().map(new Spoken(draft, uri)::symbol))
                .map(Either::<SymbolInformation, DocumentSymbol>forRight)
                .collect(Collectors.toList()));
  }

  @Override
  public CompletableFuture<List<? extends TextEdit>> formatting(DocumentFormattingParams params) {
    var uri = params.getTextDocument().getUri();
    var now = now(uri);
    return answers.later(
        () ->
            now.get().stream()
                .flatMap(draft -> new Spoken(draft, uri).edits(Formatting.of(draft)).stream())
                .toList());
  }

  /** The document as it is when it is asked about, whatever is typed before it is read. */
  private Supplier<Optional<Draft>> now(String uri) {
    return Optional.ofNullable(open.get(uri)).map(OpenDocument::now).orElse(Optional::empty);
  }

  private <T> CompletableFuture<@Nullable T> asked(
      TextDocumentPositionParams params, BiFunction<Draft, Spoken, Optional<T>> question) {
    var uri = params.getTextDocument().getUri();
    var now = now(uri);
    return answers.later(
        () ->
            now.get().flatMap(draft -> question.apply(draft, new Spoken(draft, uri))).orElse(null));
  }
}

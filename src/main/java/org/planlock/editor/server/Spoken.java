package org.planlock.editor.server;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionItemKind;
import org.eclipse.lsp4j.CompletionList;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DiagnosticRelatedInformation;
import org.eclipse.lsp4j.DiagnosticSeverity;
import org.eclipse.lsp4j.DocumentSymbol;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.MarkupContent;
import org.eclipse.lsp4j.MarkupKind;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.SymbolKind;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.planlock.diagnostic.Severity;
import org.planlock.editor.Draft;
import org.planlock.editor.Hover;
import org.planlock.editor.OutlineItem;
import org.planlock.editor.Suggestion;
import org.planlock.editor.Suggestions;
import org.planlock.editor.TextEditing;
import org.planlock.source.Span;

/** What the editor's rooms say, in the words of the protocol. */
final class Spoken {
  private static final int MOST = 200;

  private final Draft draft;
  private final String uri;

  Spoken(Draft draft, String uri) {
    this.draft = draft;
    this.uri = uri;
  }

  static Position position(org.planlock.editor.TextPlaces.Position at) {
    return new Position(at.line(), at.character());
  }

  Range range(Span span) {
    var range = draft.places().range(span);
    return new Range(position(range.start()), position(range.end()));
  }

  List<TextEdit> edits(List<TextEditing> edits) {
    return edits.stream().map(edit -> new TextEdit(range(edit.place()), edit.text())).toList();
  }

  int offset(Position at) {
    return draft
        .places()
        .offset(new org.planlock.editor.TextPlaces.Position(at.getLine(), at.getCharacter()));
  }

  /** A finding; one that stands in no text is shown at the first character. */
  Diagnostic diagnostic(org.planlock.diagnostic.Diagnostic finding) {
    var spoken = new Diagnostic(here(finding.span()), Hover.about(finding));
    spoken.setCode(finding.rule().code());
    spoken.setSource("planlock");
    spoken.setSeverity(severity(finding.severity()));
    if (!finding.labels().isEmpty()) {
      spoken.setRelatedInformation(
          finding.labels().stream()
              .map(
                  label ->
                      new DiagnosticRelatedInformation(
                          new Location(uri, here(label.span())), label.text()))
              .toList());
    }
    return spoken;
  }

  private Range here(Span span) {
    boolean inText = span.file().name().equals(draft.places().source().name());
    return inText ? range(span) : new Range(new Position(0, 0), new Position(0, 0));
  }

  private static DiagnosticSeverity severity(Severity severity) {
    return switch (severity) {
      case ERROR -> DiagnosticSeverity.Error;
      case WARNING -> DiagnosticSeverity.Warning;
      case NOTE -> DiagnosticSeverity.Information;
    };
  }

  org.eclipse.lsp4j.Hover hover(Hover hover) {
    return new org.eclipse.lsp4j.Hover(markdown(hover.page()), range(hover.place()));
  }

  private static MarkupContent markdown(String page) {
    return new MarkupContent(MarkupKind.MARKDOWN, page);
  }

  /** In the order of the language, which is not that of the alphabet; not more than are read. */
  CompletionList completions(Suggestions suggestions, int offset) {
    var source = draft.places().source();
    var word = new Span(source, Math.min(suggestions.from(), offset), offset);
    var fitting = suggestions.fitting(word.text(), MOST);
    var range = range(word);
    var all = fitting.all();
    var items =
        IntStream.range(0, all.size()).mapToObj(i -> completion(all.get(i), range, i)).toList();
    return new CompletionList(!fitting.isAll(), items);
  }

  private static CompletionItem completion(Suggestion suggestion, Range range, int order) {
    var item = new CompletionItem(suggestion.label());
    item.setKind(kind(suggestion.kind()));
    item.setSortText(String.format(Locale.ROOT, "%04d", order));
    item.setTextEdit(Either.forLeft(new TextEdit(range, suggestion.insert())));
    if (!suggestion.detail().isEmpty()) {
      item.setDetail(suggestion.detail());
    }
    var page = suggestion.page();
    if (!page.isEmpty()) {
      item.setDocumentation(markdown(page));
    }
    return item;
  }

  private static CompletionItemKind kind(Suggestion.Kind kind) {
    return switch (kind) {
      case KEY -> CompletionItemKind.Property;
      case WORD -> CompletionItemKind.EnumMember;
      case EXAMPLE -> CompletionItemKind.Value;
      case FUNCTION -> CompletionItemKind.Function;
      case COLUMN -> CompletionItemKind.Field;
      case VARIABLE -> CompletionItemKind.Variable;
      case SET -> CompletionItemKind.Struct;
      case MODEL -> CompletionItemKind.Class;
      case REGION -> CompletionItemKind.Constant;
      case HYPOTHESIS -> CompletionItemKind.Event;
      case OTHER_NAME -> CompletionItemKind.Reference;
    };
  }

  DocumentSymbol symbol(OutlineItem item) {
    boolean isName = !item.detail().isEmpty();
    var symbol =
        new DocumentSymbol(
            item.label().isEmpty() ? "-" : item.label(),
            isName ? SymbolKind.Object : SymbolKind.Module,
            range(item.whole()),
            range(item.name()));
    if (isName) {
      symbol.setDetail(item.detail());
    }
    symbol.setChildren(item.parts().stream().map(this::symbol).toList());
    return symbol;
  }
}

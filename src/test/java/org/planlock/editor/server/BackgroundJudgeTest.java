package org.planlock.editor.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.eclipse.lsp4j.TextDocumentItem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BackgroundJudgeTest {
  private static final String URI = "untitled:x.plan";
  private static final String TEXT = RehearsedPlan.PLAN.text();

  private final Map<String, OpenDocument> open = new ConcurrentHashMap<>();
  private final Questions questions = new Questions();
  private final OpenDocument document =
      new OpenDocument(new TextDocumentItem(URI, "planlock", 1, TEXT));
  private final Heard heard = new Heard();
  private final BackgroundJudge judge = new BackgroundJudge(open, questions);

  BackgroundJudgeTest() {
    judge.connect(heard);
    open.put(URI, document);
  }

  @AfterEach
  void close() {
    judge.close();
  }

  @Test
  void finishesThoughAQuestionStaysOpen() {
    questions.asked();
    judge.judge(URI, 0);
    assertThat(heard.next().getVersion()).isEqualTo(1);
  }

  @Test
  void theLastTextIsJudgedThoughEarlierOnesWereLeft() {
    for (int version = 2; version < 40; version++) {
      change(version, TEXT + "// " + version + "\n");
      judge.judge(URI, version % 7);
    }
    change(40, TEXT + "nonsense\n");
    judge.judge(URI, 0);
    var last = heard.next();
    while (last.getVersion() != 40) {
      last = heard.next();
    }
    assertThat(last.getDiagnostics()).isNotEmpty();
  }

  @Test
  void aClosedDocumentIsNotSpokenOf() {
    judge.judge(URI, 0);
    open.remove(URI);
    judge.forget(URI);
    PublishDiagnosticsParams said = heard.next();
    while (said.getVersion() != null) {
      said = heard.next(); // it was judged before it was closed
    }
    assertThat(said.getDiagnostics()).isEmpty();
    judge.judge(URI, 0);
    open.put("untitled:y.plan", new OpenDocument(new TextDocumentItem(URI, "planlock", 7, TEXT)));
    judge.judge("untitled:y.plan", 0);
    assertThat(heard.next().getUri()).isEqualTo("untitled:y.plan");
  }

  private void change(int version, String text) {
    document.change(List.of(new TextDocumentContentChangeEvent(text)), version);
  }
}

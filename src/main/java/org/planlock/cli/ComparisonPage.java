package org.planlock.cli;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.planlock.OutputFolder;
import org.planlock.deviation.Agreement;
import org.planlock.deviation.Evidence;
import org.planlock.deviation.Judgement;
import org.planlock.deviation.LockStanding;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.report.ComparisonJson;
import org.planlock.report.ComparisonText;
import org.planlock.report.JsonText;
import org.planlock.report.Visible;
import org.planlock.report.journal.JournalPages;
import org.planlock.trace.Trace;

/** What a comparison shows, keeps and ends with. */
record ComparisonPage(
    Surroundings surroundings, Screen screen, String lock, String trace, Optional<String> out) {

  /** A lock that was altered: nothing that the analysis did can be held against it. */
  int tampered(List<Diagnostic> found) {
    var judgement = Judgement.withoutTrace(LockStanding.ALTERED);
    if (screen.isForFindings()) {
      screen.report(found, ExitCode.of(judgement.verdict()));
    } else if (screen.isJson()) {
      screen.print(ComparisonJson.of(lock, trace, judgement, found));
    } else {
      screen.complain(found);
      screen.print(new ComparisonText(screen.style()).altered(judgement));
    }
    return ExitCode.of(judgement.verdict());
  }

  /** A judgement, whatever it says, on the screen and in the folder that was asked for. */
  int show(Judgement judgement, Evidence evidence) {
    var agreement = Agreement.of(evidence);
    var page = ComparisonJson.of(lock, trace, judgement, List.of());
    ComparisonJson.add(agreement, page);
    var json = JsonText.of(page);
    var kept = out.flatMap(folder -> keep(folder, files(json, judgement, evidence)));
    if (kept.isPresent()) {
      return screen.stop(List.of(kept.get()));
    }
    int code = ExitCode.of(judgement.verdict());
    if (screen.isForFindings()) {
      screen.report(judgement.diagnostics(), code);
    } else if (screen.isJson()) {
      screen.print(json);
    } else {
      screen.print(new ComparisonText(screen.style()).of(evidence.trace(), judgement, agreement));
    }
    return code;
  }

  private Map<String, String> files(String json, Judgement judgement, Evidence evidence) {
    var files = new LinkedHashMap<String, String>();
    files.put("comparison.json", json);
    if (isBlind(evidence.trace())) {
      screen.remark("plan: `" + Visible.text(trace) + "` is blind: there is nothing for a journal");
    } else {
      files.putAll(JournalPages.of(judgement, evidence).byFile());
    }
    return files;
  }

  private static boolean isBlind(Trace trace) {
    return trace.events().stream().anyMatch(event -> event.truth("blind").orElse(false));
  }

  /** What kept the folder from being written. */
  private Optional<Diagnostic> keep(String name, Map<String, String> files) {
    var folder = OutputFolder.at(surroundings.file(name), name);
    if (!folder.isSound()) {
      return folder.diagnostics().stream().findFirst();
    }
    try (var output = folder.orThrow()) {
      output.write(files);
      return output.publish().diagnostics().stream().findFirst();
    } catch (IOException e) {
      return Optional.of(OutputFolder.unwritable(name));
    }
  }
}

package org.planlock.report.journal;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.planlock.deviation.Evidence;
import org.planlock.deviation.Judgement;
import org.planlock.report.JsonValues;

/**
 * The pages for a journal, each a whole file in UTF-8: the same evidence gives the same bytes.
 *
 * @param markdown the table of deviations
 * @param csv the same by RFC 4180, without anything that a spreadsheet would compute
 * @param json the same for programs, {@code planlock-deviations/1}
 * @param methods a paragraph on what was done
 */
public record JournalPages(String markdown, String csv, String json, String methods) {
  /** The pages of an analysis by whatever tool, which has a trace. */
  public static JournalPages of(Judgement judgement, Evidence evidence) {
    return of(JudgedAnalysis.of(judgement, evidence), evidence);
  }

  /**
   * The pages of an execution.
   *
   * @param results its results file
   */
  public static JournalPages of(JsonObject results, Evidence evidence) {
    return of(new JudgedAnalysis(JsonValues.of(results)), evidence);
  }

  /** The same where the results file is not read yet. */
  public static JournalPages of(byte[] results, Evidence evidence) {
    var text = new String(results, StandardCharsets.UTF_8);
    return of(JsonParser.parseString(text).getAsJsonObject(), evidence);
  }

  private static JournalPages of(JudgedAnalysis analysis, Evidence evidence) {
    var table = JournalTable.of(analysis);
    return new JournalPages(
        new TableMarkdown(table).text(),
        new TableCsv(table).text(),
        new TableJson(table).text(),
        new MethodsText(evidence, table).text());
  }

  /** The pages by the names of their files. */
  public Map<String, String> byFile() {
    var files = new LinkedHashMap<String, String>();
    files.put("deviations.md", markdown);
    files.put("deviations.csv", csv);
    files.put("deviations.json", json);
    files.put("methods.md", methods);
    return files;
  }
}

package org.planlock.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.planlock.diagnostic.Checked;
import org.planlock.diagnostic.Rule;

/** Tables that are wrong as files. */
class BadTableFilesTest {
  @TempDir Path folder;

  private static Checked<TableFile> read(String name, String text) {
    return TableReader.read(name, text.getBytes(StandardCharsets.UTF_8), TableFormat.plain());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "53-same-column-twice; 'id,age,sex,age\n1,2,3,4\n'",
        "53-empty-header; ',age\n1,30\n'",
        "53-empty-last-header; 'id,age,\n1,30,\n'",
        "53-zero-width-space; 'id,a\u200Bge\n1,30\n'",
        "54-ragged-rows; 'id,age\n1\n2,30\n3,4,5\n'",
        "54-row-names-without-a-header; 'id,age\n1,sub-01,30\n2,sub-02,40\n'",
        "54-unclosed-quote; 'id,note\n1,\"fine\n2,also\n'",
        "54-text-after-a-quote; 'id,note\n1,ok\n2,\"fine\" but\n'",
        "58-tabs-in-a-csv; 'id\tage\n1\t30\n'",
        "59-empty-file; ''",
        "59-header-only; 'id,age\n'",
      })
  void refusesWithPlaceAndFix(String name, String text) {
    var read = read("t.csv", text);
    assertThat(read.isSound()).isFalse();
    Golden.check(name, read.diagnostics());
  }

  @Test
  void refusesSemicolonsUnlessDeclared() {
    var text = "id;age\n1;30,5\n";
    Golden.check("58-semicolons", read("t.csv", text).diagnostics());
    var declared = TableFormat.plain().withSeparator(Separator.SEMICOLON);
    var table =
        TableReader.read("t.csv", text.getBytes(StandardCharsets.UTF_8), declared)
            .orThrow()
            .table();
    assertThat(table.cell(0, 1)).isEqualTo("30,5");
  }

  @Test
  void asksForTheSeparatorWhenTheEndingDoesNotTellIt() {
    Golden.check("58-unknown-ending", read("t.txt", "id\tage\n1\t30\n").diagnostics());
  }

  @Test
  void handlesAndReportsByteOrderMarkSpacesAndBlankRows() {
    var read = read("t.csv", "\uFEFFid, age \n1,30\n\n2,40\n\n");
    Golden.check("53-mark-spaces-blank-rows", read.diagnostics());
    var table = read.orThrow().table();
    assertThat(table.header()).containsExactly("id", "age");
    assertThat(table.rows()).isEqualTo(2);
    assertThat(table.line(1)).isEqualTo(4);
  }

  @Test
  void refusesWhatIsNotUtf8() {
    var latin =
        TableReader.read(
            "t.csv",
            "id,site\n1,M\u00fcnchen\n".getBytes(StandardCharsets.ISO_8859_1),
            TableFormat.plain());
    Golden.check("12-latin-1", latin.diagnostics());
    var utf16 =
        TableReader.read(
            "t.csv", "id,age\n1,2\n".getBytes(StandardCharsets.UTF_16), TableFormat.plain());
    Golden.check("12-utf-16", utf16.diagnostics());
    Golden.check("13-nul", read("t.csv", "id,age\n1,\0\n").diagnostics());
  }

  @Test
  void refusesAMillionColumnsQuickly() {
    var text = "a,".repeat(1_000_000) + "b\n" + "1,".repeat(1_000_000) + "2\n";
    Assertions.assertTimeout(
        Duration.ofSeconds(2),
        () -> {
          var read = read("t.csv", text);
          assertThat(read.diagnostics()).hasSize(1);
          assertThat(read.diagnostics().get(0).message())
              .isEqualTo("row 1 has more than 100,000 columns");
        });
  }

  @Test
  void refusesMoreThan64Mebibytes() {
    var read = TableReader.read("t.csv", new byte[TableReader.MOST_BYTES + 1], TableFormat.plain());
    Golden.check("33-too-large", read.diagnostics());
  }

  @Test
  void namesTheFileThatIsNotThere() throws IOException {
    Golden.check("36-missing-file", fileAt("gone.tsv").diagnostics());
    Files.createDirectory(folder.resolve("a.tsv"));
    Golden.check("35-folder", fileAt("a.tsv").diagnostics());
    Files.createSymbolicLink(folder.resolve("link.tsv"), folder.resolve("annex/object"));
    Golden.check("49-dangling-link", fileAt("link.tsv").diagnostics());
    Files.createSymbolicLink(folder.resolve("loop.tsv"), folder.resolve("loop.tsv"));
    assertThat(fileAt("loop.tsv").diagnostics().get(0).rule()).isEqualTo(Rule.CONTENT_NOT_PRESENT);
  }

  private Checked<TableFile> fileAt(String name) {
    return TableReader.read(folder.resolve(name), name, TableFormat.plain());
  }
}

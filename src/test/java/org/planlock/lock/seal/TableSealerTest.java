package org.planlock.lock.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.planlock.lock.seal.Trial.ARM;
import static org.planlock.lock.seal.Trial.NAME;
import static org.planlock.lock.seal.Trial.key;
import static org.planlock.lock.seal.Trial.message;
import static org.planlock.lock.seal.Trial.rules;
import static org.planlock.lock.seal.Trial.seal;
import static org.planlock.lock.seal.Trial.utf8;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.planlock.diagnostic.Rule;
import org.planlock.lock.Sha256;

class TableSealerTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "participant_id,arm\ns01,a\ns02,b\n",
        "participant_id,arm\ns01,a\ns02,b",
        "participant_id,arm\r\ns01,a\r\ns02,b\r\n",
        "participant_id,arm\rs01,a\rs02,b\r",
        "\uFEFFparticipant_id,arm\ns01,a\n",
        "\"participant_id\",\"arm\"\n\"s01\",\"a, or \"\"b\"\"\"\n",
        "participant_id,arm\ns01,\ns02,\"\"\n",
        "participant_id,arm\n\ns01,a\n\n\ns02,b\n\n",
        "participant_id,arm\ns01,=1+1\ns02,@SUM(A1)\ns03,-2\n",
        "participant_id,arm,note\ns01,a,\"two\nlines\"\n",
        " participant_id , arm \n s01 , a \n",
        "participant_id,arm\nGröße,電池 😀\n",
        "arm,participant_id\na,#1\nb,#2\n",
        "participant_id,arm\ns01,\"a\"\"\"\ns02,b\"c\n",
      })
  void givesBackEveryTableByteForByte(String text) {
    var table = utf8(text);
    var sealed = seal(table, NAME, ARM).orThrow();
    var read = SealedTableFile.parse(SealedTableFile.bytes(sealed), "x").orThrow();
    var opened = read.open(key(1), "x").orThrow();
    assertThat(opened.bytes()).isEqualTo(table);
    assertThat(opened.sha256()).isEqualTo(Sha256.of(table));
    assertThat(read.sha256()).isEqualTo(sealed.sha256());
    assertThat(read.participants()).isEqualTo(sealed.participants());
  }

  @Test
  void leavesEverythingButTheSealedColumnsReadable() {
    var sealed = Trial.sealed();
    assertThat(new String(sealed.readable(), StandardCharsets.UTF_8))
        .startsWith("participant_id,age\ns01,34\ns02,51\n")
        .endsWith("s14,57\n");
    assertThat(sealed.participants()).hasSize(14).startsWith("s01", "s02");
    assertThat(sealed.header().columns()).isEqualTo(ARM);
    var file = new String(SealedTableFile.bytes(sealed), StandardCharsets.UTF_8);
    assertThat(file).doesNotContain("ketamine").doesNotContain("placebo").contains("\ns07,30\n");
  }

  @Test
  void leavesFormulasAndQuotesInReadableCellsAsTheyAre() {
    var table = utf8("participant_id,note,arm\ns01,=1+1,a\ns02,\"x,\"\"y\"\"\",b\ns03,+3,c\n");
    assertThat(new String(seal(table, NAME, ARM).orThrow().readable(), StandardCharsets.UTF_8))
        .isEqualTo("participant_id,note\ns01,=1+1\ns02,\"x,\"\"y\"\"\"\ns03,+3\n");
  }

  @Test
  void doesNotGiveTheTableAwayByItsDigest() {
    // with two arms and few participants anybody can try all tables: 2^14 here
    var digest = Sha256.of(utf8(Trial.TEXT));
    var header = new String(Trial.sealed().header().bytes(), StandardCharsets.UTF_8);
    assertThat(header).doesNotContain(digest.hex());
    var other =
        new TableSealer(ARM, Optional.empty(), new java.security.SecureRandom())
            .seal(utf8(Trial.TEXT), NAME, key(2))
            .orThrow()
            .header();
    assertThat(other.tableCommit()).isNotEqualTo(Trial.sealed().header().tableCommit());
    assertThat(other.rows()).isNotEqualTo(Trial.sealed().header().rows());
  }

  @Test
  void doesNotGiveTheArmsAwayByTheLengthOfTheCiphertext() {
    var all = seal(utf8(Trial.TEXT.replace("placebo", "ketamine")), NAME, ARM).orThrow();
    assertThat(all.ciphertext()).hasSameSizeAs(Trial.sealed().ciphertext());
    assertThat(Trial.sealed().ciphertext()).hasSize(4096 + 16);
  }

  @Test
  void neverUsesANonceTwice() {
    var sealer = TableSealer.of(ARM);
    var one = sealer.seal(utf8(Trial.TEXT), NAME, key(1)).orThrow();
    var two = sealer.seal(utf8(Trial.TEXT), NAME, key(1)).orThrow();
    assertThat(one.header().nonce()).isNotEqualTo(two.header().nonce());
    assertThat(one.ciphertext()).isNotEqualTo(two.ciphertext());
  }

  @Test
  void sealsSeveralColumnsAndOtherSeparators() {
    var columns = new SealedColumns("id", List.of("dose", "arm"));
    var table = utf8("id;arm;age;dose\nx;a;3;1,5\ny;b;4;2,5\n");
    var sealed =
        TableSealer.of(columns)
            .separatedBy(CellSeparator.SEMICOLON)
            .seal(table, "t.csv", key(1))
            .orThrow();
    assertThat(sealed.readable()).isEqualTo(utf8("id;age\nx;3\ny;4\n"));
    assertThat(sealed.header().columns().sealed()).containsExactly("arm", "dose");
    assertThat(sealed.open(key(1), "x").orThrow().disclose("y").orThrow().row().values())
        .containsExactly(java.util.Map.entry("arm", "b"), java.util.Map.entry("dose", "2,5"));
    var tabs = seal(utf8("participant_id\tarm\ns\ta\n"), "A.TSV", ARM).orThrow();
    assertThat(tabs.header().separator()).isEqualTo(CellSeparator.TAB);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "participant_id,arm,arm/s,a,b | DUPLICATE_COLUMN | there are two columns `arm`",
        "participant_id,arm, arm /s,a,b | DUPLICATE_COLUMN | there are two columns `arm`",
        "participant_id,arms/s,a | MISSING_COLUMN | there is no column `arm`",
        "id,arm/s,a | MISSING_COLUMN | there is no column `participant_id`",
        "participant_id,/s,a | EMPTY_COLUMN_NAME | column 2 has no name",
        "participant_id,arm/s,a/t,b/s,c | PARTICIPANT_REPEATED | `s` is participant 1 and 3",
        "participant_id,arm/s,a/ s ,b | PARTICIPANT_REPEATED | `s` is participant 1 and 2",
        "participant_id,arm/s,a/ ,b | SEALING_REFUSED | participant 2 of the table has no name that"
            + " can be written",
        "participant_id,arm/s,a/t | RAGGED_ROW | row 3 has 1 cells, the header has 2",
        "participant_id,arm/s,\"a | UNFINISHED_QUOTE | a cell after row 1 does not end where it"
            + " should",
        "participant_id,arm/s,\"a\"b | UNFINISHED_QUOTE | a cell after row 1 does not end where it"
            + " should",
        "\"participant_id,arm/ | UNFINISHED_QUOTE | a cell after row 0 does not end where it should",
        "participant_id,arm/ | EMPTY_TABLE | `allocation.csv` has no rows below a header",
      })
  void refusesTablesThatCannotBeSealed(String table, Rule rule, String message) {
    var refused = seal(utf8(table.replace('/', '\n')), NAME, ARM);
    assertThat(rules(refused)).containsExactly(rule);
    assertThat(message(refused)).isEqualTo(message);
  }

  @Test
  void refusesColumnsThatCannotBeSealed() {
    var table = utf8(Trial.TEXT);
    assertThat(message(seal(table, NAME, new SealedColumns("participant_id", List.of()))))
        .isEqualTo("no column is to be sealed");
    assertThat(message(seal(table, NAME, new SealedColumns("arm", List.of("arm")))))
        .isEqualTo("`arm` names the participants and cannot be sealed");
    assertThat(message(seal(table, NAME, new SealedColumns("age", List.of("arm", "arm")))))
        .isEqualTo("a column is to be sealed twice");
    var misspelt = seal(table, NAME, new SealedColumns("participant_id", List.of("amr", "qqqq")));
    assertThat(rules(misspelt)).containsExactly(Rule.MISSING_COLUMN, Rule.MISSING_COLUMN);
    assertThat(misspelt.diagnostics().get(0).helps()).containsExactly("`arm` is the nearest");
    assertThat(misspelt.diagnostics().get(1).helps()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "../a.csv",
        "a/b.csv",
        "a\\b.csv",
        ".",
        "..",
        "a\u202Ecsv",
        "a\tb.csv",
        "a\nb.csv"
      })
  void refusesNamesThatAreNotThoseOfAFile(String name) {
    assertThat(rules(seal(utf8(Trial.TEXT), name, ARM))).containsExactly(Rule.SEALING_REFUSED);
    assertThat(rules(seal(utf8(Trial.TEXT), "a".repeat(252) + ".csv", ARM)))
        .containsExactly(Rule.SEALING_REFUSED);
  }

  @Test
  void refusesNamesThatNoLedgerCanHold() {
    var hidden = utf8("participant_id,arm\ns\u200B1,a\n" + "x".repeat(201) + ",b\n");
    assertThat(rules(seal(hidden, NAME, ARM)))
        .containsExactly(Rule.SEALING_REFUSED, Rule.SEALING_REFUSED);
  }

  @Test
  void refusesWhatIsNoTableAtAll() {
    assertThat(rules(seal(utf8(Trial.TEXT), "allocation.xlsx", ARM)))
        .containsExactly(Rule.WRONG_SEPARATOR);
    assertThat(rules(seal(new byte[] {'a', (byte) 0xFF}, NAME, ARM)))
        .containsExactly(Rule.TABLE_TEXT);
    assertThat(rules(seal(new byte[ClearTable.MOST_BYTES + 1], NAME, ARM)))
        .containsExactly(Rule.TABLE_TOO_LARGE);
    assertThat(rules(seal(utf8((",".repeat(4999) + "\n").repeat(900)), NAME, ARM)))
        .containsExactly(Rule.TABLE_TOO_LARGE);
    assertThat(rules(seal(utf8(",".repeat(10_000) + "\n"), NAME, ARM)))
        .containsExactly(Rule.UNFINISHED_QUOTE);
  }

  @Test
  void sealsTenThousandParticipants() {
    var table = utf8(Trial.large(10_000));
    var sealed = seal(table, NAME, ARM).orThrow();
    var opened =
        SealedTableFile.parse(SealedTableFile.bytes(sealed), "x")
            .then(read -> read.open(key(1), "x"))
            .orThrow();
    assertThat(opened.bytes()).isEqualTo(table);
    var row = opened.disclose("s9999").orThrow();
    assertThat(row.holds(sealed)).isTrue();
    assertThat(row.row().values()).containsEntry("arm", "ketamine");
    assertThat(SealedTableFile.bytes(sealed).length).isLessThan(3 * table.length);
  }

  @Test
  void leavesNothingOnDiskButTheFileThatIsAskedFor() throws IOException {
    var file = folder.resolve("allocation.sealed");
    var keyFile = folder.resolve("allocation.key");
    CustodianKeyFile.create(keyFile, key(1)).orThrow();
    assertThat(SealedTableFile.create(file, Trial.sealed()).orThrow()).isEqualTo(file);
    var temporary = Path.of(System.getProperty("java.io.tmpdir"));
    var before = listing(temporary);
    var opened =
        SealedTableFile.read(file)
            .then(table -> CustodianKeyFile.read(keyFile, "key").then(k -> table.open(k, "sealed")))
            .orThrow();
    assertThat(opened.bytes()).isEqualTo(utf8(Trial.TEXT));
    assertThat(listing(folder)).containsExactlyInAnyOrder("allocation.sealed", "allocation.key");
    assertThat(listing(temporary).stream().filter(name -> !before.contains(name)))
        .noneMatch(name -> name.contains("allocation"));
    assertThat(rules(SealedTableFile.create(file, Trial.sealed())))
        .containsExactly(Rule.FILE_EXISTS);
  }

  @ParameterizedTest
  @ValueSource(strings = {"tr-TR", "ar-EG-u-nu-arab", "th-TH-u-ca-buddhist", "de-DE"})
  void sealsToTheSameBytesInEveryLanguage(String language) {
    var usual = Locale.getDefault();
    var expected = SealedTableFile.bytes(Trial.sealed());
    var release = ReleaseFile.bytes(Trial.emergency("s03"));
    var blinded = BlindedCopy.byCustodian(Trial.opened(), key(1), Trial.LOCK).orThrow().bytes();
    try {
      Locale.setDefault(Locale.forLanguageTag(language));
      assertThat(SealedTableFile.bytes(Trial.sealed())).isEqualTo(expected);
      assertThat(ReleaseFile.bytes(Trial.emergency("s03"))).isEqualTo(release);
      assertThat(BlindedCopy.byCustodian(Trial.opened(), key(1), Trial.LOCK).orThrow().bytes())
          .isEqualTo(blinded);
      assertThat(CellSeparator.ofFileName("PARTICIPANTS.TSV")).contains(CellSeparator.TAB);
      assertThat(CellSeparator.COMMA.word()).isEqualTo("comma");
    } finally {
      Locale.setDefault(usual);
    }
  }

  @Test
  void tellsALedgerWhatWasSealed() {
    var sealed = Trial.sealed();
    var entry = sealed.sealing("data/allocation.sealed");
    assertThat(entry.keyCommit()).contains(key(1).commitment());
    assertThat(entry.lock()).isEmpty();
    assertThat(entry.files().get(0).sha256()).isEqualTo(sealed.sha256());
    assertThat(entry.files().get(0).bytes()).isEqualTo(SealedTableFile.bytes(sealed).length);
  }

  private static List<String> listing(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }
}

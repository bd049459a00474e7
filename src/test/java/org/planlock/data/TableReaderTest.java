package org.planlock.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Reading sound tables. */
class TableReaderTest {
  private static TextTable read(String name, String text) {
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    return TableReader.read(name, bytes, TableFormat.plain()).orThrow().table();
  }

  @Test
  void fingerprintsTheBytesThatItParses() {
    var path = Path.of("src/test/resources/reference/rct21/participants.tsv");
    var file = TableReader.read(path, "participants.tsv", TableFormat.plain()).orThrow();
    // sha256sum participants.tsv; wc -c participants.tsv
    assertThat(file.fingerprint())
        .isEqualTo(
            new Fingerprint(
                "73b0efe4cc8eef3659b0ebf3121b6db82bbb50489fee2341bb64058a41b12914", 626));
    assertThat(file.table().rows()).isEqualTo(21);
    assertThat(file.table().cell(20, 0)).isEqualTo("sub-21");
  }

  @Test
  void keepsTextAsWritten() {
    var table =
        read(
            "t.csv",
            "id,note,x-1.b c\r\n007,\"a, \"\"b\"\"\nc\",1.50\r\n008,=cmd|' /C calc'!A0,\r\n");
    assertThat(table.header()).containsExactly("id", "note", "x-1.b c");
    assertThat(table.cell(0, 0)).isEqualTo("007");
    assertThat(table.cell(0, 1)).isEqualTo("a, \"b\"\nc");
    assertThat(table.cell(0, 2)).isEqualTo("1.50");
    assertThat(table.cell(1, 1)).isEqualTo("=cmd|' /C calc'!A0");
    assertThat(table.cell(1, 2)).isEmpty();
    assertThat(table.line(1)).isEqualTo(4);
  }

  @Test
  void pointsAtCellsBehindQuotesLineBreaksAndAccents() {
    var table = read("t.csv", "id,note,x\n\u00e4,\"a, \"\"b\"\"\nc\",1.50\n2,\uD83D\uDE00,3\n");
    assertThat(table.place(0, 2).text()).isEqualTo("1.50");
    assertThat(table.place(0, 2).place()).isEqualTo("t.csv:3:4");
    assertThat(table.place(1, 2).place()).isEqualTo("t.csv:4:5");
    assertThat(table.headerPlace(2).place()).isEqualTo("t.csv:1:9");
  }

  @Test
  void readsLatinOneWhenDeclared() {
    var bytes = "id,site\n1,M\u00fcnchen\n".getBytes(StandardCharsets.ISO_8859_1);
    var format = TableFormat.plain().withEncoding(StandardCharsets.ISO_8859_1);
    var table = TableReader.read("t.csv", bytes, format).orThrow().table();
    assertThat(table.cell(0, 1)).isEqualTo("M\u00fcnchen");
  }
}

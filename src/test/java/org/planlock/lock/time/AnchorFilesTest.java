package org.planlock.lock.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.planlock.diagnostic.Checked;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;

/** Files of certificates and revocation lists, as authorities and other programs give them. */
class AnchorFilesTest {
  private static final Identity ONE = Identity.root("One");
  private static final Identity TWO = Identity.root("Two");

  @TempDir Path folder;

  @Test
  void readsOneOrManyInAnyForm() throws Exception {
    var list = ONE.emptyList("2026-06-01T00:00:00Z");
    var crl = PemBlock.text("X509 CRL", list.getEncoded());
    Files.writeString(
        folder.resolve("both.pem"), "# roots\r\n" + ONE.pem() + "Two:\n" + TWO.pem() + crl);
    Files.write(folder.resolve("one.der"), X509.der(ONE.certificate()));
    Files.write(folder.resolve("list.crl"), list.getEncoded());
    var read =
        AnchorFiles.read(
            List.of(
                folder.resolve("both.pem"), folder.resolve("one.der"), folder.resolve("list.crl")));
    assertThat(read.diagnostics()).isEmpty();
    assertThat(read.orThrow().certificates()).containsExactly(ONE.certificate(), TWO.certificate());
    assertThat(read.orThrow().revocations()).hasSize(2);
    assertThat(AnchorFiles.read(List.of()).orThrow()).isEqualTo(TrustAnchors.NONE);
    var windows = ONE.pem().replace("\n", "\r\n").replace("CERT", "X509 CERT");
    assertThat(parse(windows).orThrow().certificates()).containsExactly(ONE.certificate());
  }

  @Test
  void saysWhatIsWrongWithEachFile() throws Exception {
    Files.writeString(folder.resolve("empty.pem"), "");
    Files.writeString(folder.resolve("page.pem"), "<html>");
    Files.write(folder.resolve("token.der"), Forge.by(ONE).response());
    var read =
        AnchorFiles.read(
            List.of(
                folder.resolve("missing.pem"),
                folder,
                folder.resolve("empty.pem"),
                folder.resolve("page.pem"),
                folder.resolve("token.der")));
    assertThat(read.value()).isEmpty();
    assertThat(read.diagnostics())
        .extracting(Diagnostic::rule)
        .containsExactly(
            Rule.FILE_MISSING,
            Rule.NOT_A_REGULAR_FILE,
            Rule.ANCHORS_UNREADABLE,
            Rule.ANCHORS_UNREADABLE,
            Rule.ANCHORS_UNREADABLE);
  }

  @Test
  void saysWhatIsWrongWithEachBlock() {
    assertThat(messages(parse(ONE.pem() + PemBlock.text("PRIVATE KEY", ONE.key().getEncoded()))))
        .containsExactly("block 2 of `a.pem` is neither certificate nor revocation list");
    assertThat(messages(parse(PemBlock.text("CERTIFICATE", new byte[] {1}))))
        .containsExactly("block 1 of `a.pem` is damaged, or of a kind unknown");
    assertThat(messages(parse(PemBlock.text("X509 CRL", X509.der(ONE.certificate())))))
        .containsExactly("block 1 of `a.pem` is damaged, or of a kind unknown");
    assertThat(messages(parse("-----BEGIN CERTIFICATE-----\nA\n-----END CERTIFICATE-----")))
        .containsExactly("block 1 of `a.pem` is damaged, or of a kind unknown");
    var longer = X509.der(ONE.certificate());
    longer = Arrays.copyOf(longer, longer.length + 1);
    assertThat(messages(parse(PemBlock.text("CERTIFICATE", longer)))).hasSize(1);
    assertThat(messages(parse(ONE.pem().replace("-----END", "----END")))).hasSize(1);
  }

  private static Checked<TrustAnchors> parse(String text) {
    return AnchorFiles.parse(text.getBytes(StandardCharsets.US_ASCII), "a.pem");
  }

  private static List<String> messages(Checked<?> checked) {
    return checked.diagnostics().stream().map(Diagnostic::message).toList();
  }
}

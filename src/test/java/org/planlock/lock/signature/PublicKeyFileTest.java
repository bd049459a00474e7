package org.planlock.lock.signature;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.planlock.diagnostic.Checked;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;

class PublicKeyFileTest {
  private static final VerifyingKey KEY = Keys.key(0).publicKey();

  @TempDir Path folder;

  @Test
  void isOneLineThatPeopleCanSend() throws IOException {
    var file = folder.resolve("ana.pub");
    PublicKeyFile.create(file, KEY, " Ana Müller, ward 3 ").orThrow();
    assertThat(file)
        .content(StandardCharsets.UTF_8)
        .isEqualTo(
            "plan-ed25519 MCowBQYDK2VwAyEA11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo= Ana Müller, ward 3\n");
    assertThat(PublicKeyFile.read(file, "ana.pub").orThrow()).isEqualTo(KEY);
    PublicKeyFile.create(folder.resolve("bare.pub"), KEY, "").orThrow();
    assertThat(Files.readString(folder.resolve("bare.pub"))).isEqualTo(KEY.text() + "\n");
    assertThat(PublicKeyFile.create(file, KEY, "").diagnostics())
        .extracting(Diagnostic::rule)
        .containsExactly(Rule.FILE_EXISTS);
  }

  @Test
  void writesNoCommentThatPlaysTricks() {
    var hidden = PublicKeyFile.create(folder.resolve("ana.pub"), KEY, "ana\u202Eben");
    assertThat(hidden.diagnostics())
        .extracting(Diagnostic::rule)
        .containsExactly(Rule.FORBIDDEN_CHARACTER);
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void isReadFromItsLineOrItsPem() {
    assertThat(parse(KEY.text()).orThrow()).isEqualTo(KEY);
    assertThat(parse(KEY.text() + "\tcomment with words\r\n").orThrow()).isEqualTo(KEY);
    assertThat(parse(PublicKeyFile.pem(KEY)).orThrow()).isEqualTo(KEY);
    assertThat(parse(PublicKeyFile.pem(KEY).replace("\n", "\r\n")).orThrow()).isEqualTo(KEY);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "plan-ed25519",
        "plan-ed25519 AAAA",
        "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIE8v",
        "plan-ed25519 MCowBQYDK2VwAyEA11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo= a\nb",
        "plan-ed25519 MCowBQYDK2VwAyEA11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo= a\u0007b",
        "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----",
        "-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----",
        "-----BEGIN PUBLIC KEY-----\nAAA\n-----END PUBLIC KEY-----",
        "-----BEGIN PUBLIC KEY-----"
      })
  void refusesEverythingElse(String text) {
    assertThat(parse(text).isSound()).isFalse();
  }

  @Test
  void refusesBytesThatAreNoText() {
    assertThat(PublicKeyFile.parse(new byte[] {(byte) 0xC0}, "ana.pub").isSound()).isFalse();
  }

  private static Checked<VerifyingKey> parse(String text) {
    return PublicKeyFile.parse(text.getBytes(StandardCharsets.UTF_8), "ana.pub");
  }
}

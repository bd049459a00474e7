package org.planlock.lock.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The program {@code openssl} in a folder, as a second opinion on time stamps. */
record OpenSsl(Path folder) {
  /** How a call ended, and what it printed. */
  record Ended(int code, String out) {}

  /** OpenSSL in a folder; the test is left out where there is none. */
  static OpenSsl in(Path folder) throws Exception {
    var openssl = new OpenSsl(folder);
    boolean isHere;
    try {
      isHere = openssl.call("version").out().startsWith("OpenSSL 3");
    } catch (IOException e) {
      isHere = false;
    }
    assumeTrue(isHere, "no program `openssl` of version 3 here: time stamps get no second opinion");
    return openssl;
  }

  /** One command, its words separated by single spaces. */
  Ended call(String command) throws Exception {
    var words = new ArrayList<>(List.of("openssl"));
    words.addAll(List.of(command.split(" ", -1)));
    var process =
        new ProcessBuilder(words).directory(folder.toFile()).redirectErrorStream(true).start();
    process.getOutputStream().close();
    var out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return new Ended(process.exitValue(), out);
  }

  /** One command that must succeed. */
  String succeed(String command) throws Exception {
    var ended = call(command);
    assertThat(ended.code()).as(command + "\n" + ended.out()).isZero();
    return ended.out();
  }

  /** Whether {@code openssl ts -verify} agrees. */
  boolean verifies(String arguments) throws Exception {
    var ended = call("ts -verify " + arguments);
    assertThat(ended.code() == 0).isEqualTo(ended.out().contains("Verification: OK"));
    return ended.code() == 0;
  }

  void write(String name, byte[] bytes) throws IOException {
    Files.write(folder.resolve(name), bytes);
  }

  byte[] read(String name) throws IOException {
    return Files.readAllBytes(folder.resolve(name));
  }
}

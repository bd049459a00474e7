package org.planlock.lock.ledger;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** A process of its own that appends to a ledger when it is told to. */
final class LedgerChild implements AutoCloseable {
  private final Process process;

  private LedgerChild(Process process) {
    this.process = process;
  }

  /** Starts a process that will append so many entries; -1 for as many as it can. */
  static LedgerChild start(LedgerFolder folder, String actor, int entries) throws IOException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(LedgerChild.class.getName());
    command.addAll(List.of(folder.root().toString(), actor, Integer.toString(entries)));
    return new LedgerChild(new ProcessBuilder(command).redirectErrorStream(true).start());
  }

  /** Waits until it could begin. */
  LedgerChild ready() throws IOException {
    int first = process.getInputStream().read();
    if (first != '>') {
      throw new IOException("the child did not start: " + (char) first + printed());
    }
    return this;
  }

  /** Lets it begin. */
  LedgerChild go() throws IOException {
    process.getOutputStream().write('\n');
    process.getOutputStream().flush();
    return this;
  }

  /** Waits for its end, and gives what it complained of. */
  String complaints() throws IOException, InterruptedException {
    var printed = printed();
    return process.waitFor() + " " + printed;
  }

  /** Kills it, as a power cut would. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }

  private String printed() throws IOException {
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  public static void main(String[] arguments) throws IOException {
    var folder = new LedgerFolder(Path.of(arguments[0]));
    var writer = LedgerWriter.of(folder, Clock.systemUTC(), arguments[1]);
    int entries = Integer.parseInt(arguments[2]);
    if (entries < 0) {
      warmUp(Files.createTempDirectory(folder.root().toAbsolutePath().getParent(), "warm"));
    }
    System.out.print('>');
    System.out.flush();
    if (System.in.read() < 0) {
      return;
    }
    for (int i = 0; i != entries; i++) {
      var appended = writer.append(Bodies.sealing());
      if (!appended.isSound()) {
        System.out.println(appended.diagnostics());
        System.exit(1);
      }
    }
  }

  /** Loads what writing takes, so that the time until a kill is time in which it writes. */
  private static void warmUp(Path study) {
    var folder = Writers.begun(study);
    for (int i = 0; i < 3; i++) {
      Writers.of(folder).append(Bodies.sealing()).orThrow();
    }
  }
}

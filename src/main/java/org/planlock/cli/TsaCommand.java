package org.planlock.cli;

import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.planlock.diagnostic.Checked;
import org.planlock.lock.AtomicFile;
import org.planlock.lock.time.TimeAuthority;
import org.planlock.lock.time.TsaServer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Serves time stamps to an institution. */
@Command(
    name = "tsa",
    description = {
      "Serve time stamps (RFC 3161) to the people of an institution, under the account of somebody"
          + " who analyses none of their data.",
      "Those who trust it verify with `--tsa-ca` and its certificate; to everybody else its stamps"
          + " are self-asserted."
    },
    sortOptions = false)
final class TsaCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  /** What to do. */
  enum Act {
    SERVE
  }

  @Parameters(index = "0", paramLabel = "serve", description = "answer until stopped with Ctrl-C")
  private Act act = Act.SERVE;

  @Option(
      names = "--key",
      required = true,
      paramLabel = "FILE",
      description = "the authority's key; made if it is not there")
  private String key = "";

  @Option(
      names = "--name",
      paramLabel = "TEXT",
      description = "whose clock it is, in the certificate of a new key")
  private String name = "Planlock time authority";

  @Option(
      names = "--certificate",
      paramLabel = "FILE",
      description = "write the certificate here, for those who trust this authority")
  private Optional<String> certificate = Optional.empty();

  @Option(names = "--port", paramLabel = "N", description = "default 3161")
  private int port = 3161;

  @Option(
      names = "--address",
      paramLabel = "HOST",
      description = "listen there; without it this computer alone is served")
  private Optional<String> address = Optional.empty();

  @Mixin private ScreenOptions screenOptions = new ScreenOptions();

  TsaCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    var screen = screenOptions.screen(surroundings);
    var server =
        TimeAuthority.open(surroundings.file(key), name, surroundings.clock())
            .then(this::published)
            .then(this::started);
    if (!server.isSound()) {
      return screen.stop(server.diagnostics());
    }
    try (var serving = server.orThrow()) {
      var at = serving.address();
      screen.print(act.name().toLowerCase(Locale.ROOT) + "    ");
      screen.print("http://" + at.getHostString() + ":" + at.getPort() + "/   Ctrl-C stops\n");
      surroundings.out().flush();
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return ExitCode.HOLDS;
  }

  private Checked<TimeAuthority> published(TimeAuthority authority) {
    return certificate
        .map(
            file ->
                AtomicFile.onDisk()
                    .replace(
                        surroundings.file(file),
                        authority.certificatePem().getBytes(StandardCharsets.US_ASCII))
                    .map(path -> authority))
        .orElseGet(() -> Checked.of(authority));
  }

  private Checked<TsaServer> started(TimeAuthority authority) {
    return address
        .map(host -> TsaServer.start(new InetSocketAddress(host, port), authority))
        .orElseGet(() -> TsaServer.start(port, authority));
  }
}

package org.planlock.lock.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;

/** An authority on the network, and clients that mean it no good. */
@Timeout(20)
class TsaServerTest {
  private static final Duration LIMIT = Duration.ofMillis(600);

  @TempDir Path folder;
  private TimeAuthority authority;
  private TsaServer server;

  @BeforeEach
  void start() {
    authority =
        TimeAuthority.open(folder.resolve("own.key"), "Example Lab", StampCases.CLOCK).orThrow();
    server = TsaServer.start(loopback(0), authority, LIMIT).orThrow();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void stampsForWhomeverTrustsIt() {
    var anchors = AnchorFiles.parse(bytes(authority.certificatePem()), "lab.pem").orThrow();
    var stamping = stamping(anchors);
    var stamp = stamping.fetch(address(), Fetching.USUAL).orThrow();
    var verdict = stamping.verifier().verify(stamp, Forge.CONTENT, "x");
    assertThat(verdict.level()).isEqualTo(TimeLevel.T2);
    assertThat(verdict.token().orElseThrow().authority()).startsWith("CN=Example Lab (key ");
  }

  @Test
  void listensOnThisComputerAloneUnlessToldOtherwise() {
    try (var usual = TsaServer.start(0, authority).orThrow()) {
      assertThat(usual.address().getAddress().isLoopbackAddress()).isTrue();
    }
    var taken = TsaServer.start(server.address(), authority);
    assertThat(taken.diagnostics())
        .extracting(Diagnostic::rule)
        .containsExactly(Rule.TIME_SERVICE_NOT_STARTED);
    assertThat(taken.diagnostics().get(0).message())
        .endsWith(":" + server.address().getPort() + "`");
  }

  @Test
  void answersNothingButQueries() throws Exception {
    assertThat(status(request().GET())).isEqualTo(405);
    assertThat(status(request().DELETE())).isEqualTo(405);
    var query = HttpRequest.BodyPublishers.ofByteArray(stamping(TrustAnchors.NONE).query());
    assertThat(status(request().POST(query))).isEqualTo(415);
    assertThat(status(request().header("Content-Type", "text/plain").POST(query))).isEqualTo(415);
    var type = "Application/Timestamp-Query; charset=x";
    assertThat(status(request().header("Content-Type", type).POST(query))).isEqualTo(200);
    var large = HttpRequest.BodyPublishers.ofByteArray(new byte[(64 << 10) + 1]);
    assertThat(status(request().header("Content-Type", type).POST(large))).isEqualTo(413);
    var allowed = new byte[64 << 10];
    var answer =
        send(
            request()
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofByteArray(allowed)));
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/timestamp-reply");
    assertThat(Reply.parse(answer.body()).refusal()).contains("this is no query");
  }

  @Test
  void servesOthersWhileManyAreSlow() throws Exception {
    var slow = new ArrayList<Socket>();
    try {
      for (int i = 0; i < 30; i++) {
        slow.add(
            connect(
                i % 2 == 0
                    ? "POST /tsr HTTP/1.1\r\nHost: x\r\nContent-Type: application/timestamp-query\r\n"
                        + "Content-Length: 60000\r\n\r\n"
                    : "POST /tsr HT"));
      }
      assertThat(stamping(TrustAnchors.NONE).fetch(address(), Fetching.USUAL).isSound()).isTrue();
      // who sends no body is sent away when the time is up
      slow.get(0).setSoTimeout(5000);
      assertThat(slow.get(0).getInputStream().read()).isEqualTo(-1);
    } finally {
      for (var one : slow) {
        one.close();
      }
    }
  }

  @Test
  void survivesWhatIsNoHttp() throws Exception {
    for (var said : List.of("", "\r\n\r\n", "\u0000\u0000", "GET\r\n\r\n", "POST /".repeat(2000))) {
      connect(said).close();
    }
    try (var gone =
        connect(
            "POST / HTTP/1.1\r\nContent-Type: application/timestamp-query\r\nContent-Length: 9\r\n\r\n1")) {
      gone.shutdownOutput();
    }
    assertThat(stamping(TrustAnchors.NONE).fetch(address(), Fetching.USUAL).isSound()).isTrue();
  }

  @Test
  void answersNobodyAfterItIsClosed() {
    server.close();
    assertThat(stamping(TrustAnchors.NONE).fetch(address(), Fetching.USUAL).diagnostics())
        .extracting(Diagnostic::rule)
        .containsExactly(Rule.TIME_NOT_FETCHED);
  }

  private Socket connect(String said) throws IOException {
    var socket = new Socket(server.address().getAddress(), server.address().getPort());
    socket.getOutputStream().write(bytes(said));
    socket.getOutputStream().flush();
    return socket;
  }

  private String address() {
    return "http://127.0.0.1:" + server.address().getPort() + "/tsr";
  }

  private HttpRequest.Builder request() {
    return HttpRequest.newBuilder(URI.create(address()));
  }

  private static int status(HttpRequest.Builder request) throws Exception {
    return send(request).statusCode();
  }

  private static HttpResponse<byte[]> send(HttpRequest.Builder request) throws Exception {
    var client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
  }

  private static InetSocketAddress loopback(int port) {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static TimeStamping stamping(TrustAnchors anchors) {
    var verifier = new TimeVerifier(anchors, StampCases.CLOCK, StampCases.RELEASED);
    return new TimeStamping(verifier, TimeSubject.STATEMENT, Forge.CONTENT);
  }
}

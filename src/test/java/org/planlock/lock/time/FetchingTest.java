package org.planlock.lock.time;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.planlock.diagnostic.Checked;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.lock.time.Identity.Wanted;

/** Authorities on the network that answer badly, or not at all. */
@Timeout(20)
class FetchingTest {
  private static final Identity ROOT = Identity.root("Demo Root");
  private static final Identity TSA = ROOT.issue(Wanted.stamping("Demo TSA"));
  private static final TimeVerifier VERIFIER =
      new TimeVerifier(
          new TrustAnchors(List.of(ROOT.certificate()), List.of()),
          StampCases.CLOCK,
          StampCases.RELEASED);
  private static final TimeStamping STAMPING =
      new TimeStamping(VERIFIER, TimeSubject.STATEMENT, Forge.CONTENT);
  private static final Duration SOON = Duration.ofMillis(700);

  @Test
  void bringsAStampThatHolds() {
    try (var server = new HostileServer((query, out) -> reply(out, answer(query)))) {
      var fetched = fetch(server.address());
      assertThat(rules(fetched)).containsExactly(Rule.TIME_REVOCATION_NOT_CHECKED);
      var stamp = fetched.orThrow();
      assertThat(stamp.note()).isEqualTo(server.address());
      assertThat(stamp.requestDer()).isPresent();
      assertThat(VERIFIER.verify(stamp, Forge.CONTENT, "x").isTrusted()).isTrue();
    }
  }

  @Test
  void keepsNoKeyOfACustomerInTheNote() {
    try (var server = new HostileServer((query, out) -> reply(out, answer(query)))) {
      assertThat(fetch(server.address() + "?customer=secret").orThrow().note())
          .isEqualTo(server.address());
    }
  }

  @Test
  void saysWhyNobodyAnswers() throws Exception {
    int port;
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    var failed = fetch("http://127.0.0.1:" + port + "/tsr");
    assertThat(messages(failed))
        .containsExactly("`http://127.0.0.1:" + port + "/tsr` cannot be reached");
    var finding = failed.diagnostics().get(0);
    assertThat(finding.helps().get(1)).contains("curl", "application/timestamp-query", "query.tsq");
    assertThat(finding.notes()).anySatisfy(note -> assertThat(note).contains("nothing is lost"));
    assertThat(rules(fetch("http://no-such-host.invalid/tsr")))
        .containsExactly(Rule.TIME_NOT_FETCHED);
  }

  @Test
  void takesNoStatusForAnAnswerButTheOne() {
    for (var status :
        List.of("500 Broken", "404 Not Found", "401 Who", "204 Nothing", "206 Part")) {
      assertThat(said(status, new byte[0], "x/y"))
          .containsExactly("answers with status " + status.substring(0, 3));
    }
  }

  @Test
  void followsNobody() {
    var head = "302 Found\r\nLocation: http://127.0.0.1:1/" + "a".repeat(300);
    try (var server = HostileServer.saying(head, new byte[0])) {
      var failed = fetch(server.address());
      assertThat(messages(failed))
          .containsExactly("`" + server.address() + "` sends elsewhere (status 302)");
      assertThat(failed.diagnostics().get(0).notes().get(0))
          .startsWith("to `http://127.0.0.1:1/aaa")
          .endsWith("…`; redirects are not followed");
    }
    assertThat(said("301 Moved", new byte[0], "x/y"))
        .containsExactly("sends elsewhere (status 301)");
  }

  @Test
  void waitsForNobodyLongerThanItMay() {
    try (var silent = new HostileServer((query, out) -> Thread.sleep(15_000))) {
      assertThat(messages(fetch(silent.address())))
          .containsExactly("`" + silent.address() + "` did not answer in 700 ms");
    }
    try (var dribbling =
        new HostileServer(
            (query, out) -> {
              out.write(HostileServer.head("200 OK\r\nContent-Length: 100000"));
              for (int i = 0; i < 1000; i++) {
                out.write('0');
                out.flush();
                Thread.sleep(20);
              }
            })) {
      assertThat(messages(fetch(dribbling.address())))
          .containsExactly("`" + dribbling.address() + "` did not answer in 700 ms");
    }
    try (var slowHead =
        new HostileServer(
            (query, out) -> {
              for (int i = 0; i < 1000; i++) {
                out.write("HTTP/1.1 200 OK\r\nX: ".charAt(Math.min(i, 19)));
                out.flush();
                Thread.sleep(20);
              }
            })) {
      assertThat(rules(fetch(slowHead.address()))).containsExactly(Rule.TIME_NOT_FETCHED);
    }
  }

  @Test
  void readsNoMoreThanItMust() {
    try (var endless =
        new HostileServer(
            (query, out) -> {
              out.write(HostileServer.head("200 OK\r\nContent-Type: application/timestamp-reply"));
              while (true) {
                out.write(new byte[65_536]);
              }
            })) {
      assertThat(messages(fetch(endless.address())))
          .containsExactly("`" + endless.address() + "` answers with more than 1 MiB");
    }
  }

  @Test
  void takesNothingElseForAReply() {
    assertThat(said("200 OK", new byte[] {0x30, 0}, "application/json"))
        .containsExactly("does not answer with a time stamp");
    assertThat(said("200 OK", new byte[] {0x30, 0}, ""))
        .containsExactly("does not answer with a time stamp");
    try (var server = HostileServer.replying(new byte[0])) {
      assertThat(messages(fetch(server.address()))).containsExactly("the reply is empty");
    }
    var page = "<!DOCTYPE html><p>log in".getBytes(StandardCharsets.UTF_8);
    try (var server = HostileServer.saying("200 OK\r\nContent-Type: text/html", page)) {
      assertThat(messages(fetch(server.address())))
          .containsExactly("the reply is a web page, not a time stamp");
    }
    try (var server = new HostileServer((query, out) -> out.write(1))) {
      assertThat(rules(fetch(server.address()))).containsExactly(Rule.TIME_NOT_FETCHED);
    }
    try (var server =
        new HostileServer(
            (query, out) -> out.write(HostileServer.head("200 OK\r\nContent-Length: 10")))) {
      assertThat(rules(fetch(server.address()))).containsExactly(Rule.TIME_NOT_FETCHED);
    }
  }

  @Test
  void givesNoStampThatDoesNotHold() {
    try (var server =
        new HostileServer(
            (query, out) ->
                reply(
                    out,
                    Forge.by(TSA).but(f -> f.nonce = Optional.of(BigInteger.TEN)).response()))) {
      assertThat(rules(fetch(server.address()))).containsExactly(Rule.TIME_OF_OTHER_REQUEST);
    }
    try (var server =
        new HostileServer(
            (query, out) -> {
              var reply = answer(query);
              reply[reply.length - 1] ^= 1;
              reply(out, reply);
            })) {
      assertThat(rules(fetch(server.address()))).containsExactly(Rule.TIME_SIGNATURE_WRONG);
    }
    try (var server =
        new HostileServer(
            (query, out) -> {
              var reply = answer(query);
              reply(out, Arrays.copyOf(reply, reply.length + 1));
            })) {
      assertThat(rules(fetch(server.address()))).containsExactly(Rule.TIME_STAMP_UNREADABLE);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "example",
        "ftp://example.org/tsr",
        "file:///etc/passwd",
        "http://",
        "http:///tsr",
        "http://a b/",
        "http://example.org:99999/",
        "HTTP:example",
        "\u0000"
      })
  void sendsNothingToWhatIsNoAddress(String address) {
    assertThat(rules(fetch(address))).containsExactly(Rule.TIME_ADDRESS_UNFIT);
  }

  @Test
  void sendsNoPasswords() {
    var failed = fetch("https://ana:secret@example.org/tsr?key=secret");
    assertThat(rules(failed)).containsExactly(Rule.TIME_ADDRESS_UNFIT);
    assertThat(failed.toString()).doesNotContain("secret");
    assertThat(rules(fetch("http://example.org/" + "a".repeat(1000))))
        .containsExactly(Rule.TIME_ADDRESS_UNFIT);
  }

  @Test
  void stopsWhenItIsTold() throws Exception {
    try (var silent = new HostileServer((query, out) -> Thread.sleep(15_000))) {
      var threads = Executors.newSingleThreadExecutor();
      try {
        var running =
            threads.submit(
                () -> {
                  Thread.currentThread().interrupt();
                  var ended = STAMPING.fetch(silent.address(), Fetching.USUAL);
                  return Thread.interrupted() ? ended : null;
                });
        assertThat(messages(running.get(10, TimeUnit.SECONDS)))
            .containsExactly("`" + silent.address() + "` was not waited for");
      } finally {
        threads.shutdownNow();
      }
    }
  }

  @Test
  void speaksTlsWithWhomTheGivenCertificatesVouchFor() throws Exception {
    var web =
        ROOT.issue(Wanted.stamping("localhost").purposes(true, KeyPurposeId.id_kp_serverAuth));
    var server = https(web);
    try {
      var address = "https://localhost:" + server.getAddress().getPort() + "/tsr";
      var safe = new Fetching(Duration.ofSeconds(10), Optional.of(VERIFIER.anchors()));
      assertThat(STAMPING.fetch(address, safe).isSound()).isTrue();
      var unsafe = STAMPING.fetch(address, Fetching.USUAL);
      assertThat(rules(unsafe)).containsExactly(Rule.TIME_NOT_FETCHED);
      var nobody = new Fetching(Duration.ofSeconds(10), Optional.of(TrustAnchors.NONE));
      assertThat(rules(STAMPING.fetch(address, nobody))).containsExactly(Rule.TIME_NOT_FETCHED);
    } finally {
      server.stop(0);
    }
  }

  private static HttpsServer https(Identity web) throws Exception {
    var store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    var chain = new java.security.cert.Certificate[] {web.certificate()};
    store.setKeyEntry("web", web.key(), new char[0], chain);
    var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(store, new char[0]);
    var context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), null, null);
    var server =
        HttpsServer.create(new InetSocketAddress(InetAddress.getByName("localhost"), 0), 5);
    server.setHttpsConfigurator(new HttpsConfigurator(context));
    server.createContext(
        "/",
        exchange -> {
          var reply = answer(exchange.getRequestBody().readAllBytes());
          exchange.getResponseHeaders().set("Content-Type", "application/timestamp-reply");
          exchange.sendResponseHeaders(200, reply.length);
          exchange.getResponseBody().write(reply);
          exchange.close();
        });
    server.start();
    return server;
  }

  private static byte[] answer(byte[] query) {
    try {
      var nonce = RequestCheck.read(query).getNonce();
      return Forge.by(TSA).but(f -> f.nonce = Optional.of(nonce)).response();
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static void reply(java.io.OutputStream out, byte[] reply) throws java.io.IOException {
    out.write(
        HostileServer.head(
            "200 OK\r\nContent-Type: Application/Timestamp-Reply; charset=x\r\nContent-Length: "
                + reply.length));
    out.write(reply);
  }

  /** What is found about a server, without its address. */
  private static List<String> said(String status, byte[] body, String type) {
    var head = status + (type.isEmpty() ? "" : "\r\nContent-Type: " + type);
    try (var server = HostileServer.saying(head, body)) {
      return messages(fetch(server.address())).stream()
          .map(message -> message.replace("`" + server.address() + "` ", ""))
          .toList();
    }
  }

  private static Checked<TimeEvidence> fetch(String address) {
    return STAMPING.fetch(address, new Fetching(SOON, Optional.empty()));
  }

  private static List<Rule> rules(Checked<?> checked) {
    return checked.diagnostics().stream().map(Diagnostic::rule).toList();
  }

  private static List<String> messages(Checked<?> checked) {
    return checked.diagnostics().stream().map(Diagnostic::message).toList();
  }
}

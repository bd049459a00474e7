package org.planlock.lock.time;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.planlock.diagnostic.Checked;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.source.Span;

/**
 * How a query is sent over HTTP (RFC 3161 §3.4): no redirects, a bound on the reply, one time limit
 * for everything.
 *
 * @param limit for the whole exchange
 * @param transport whose certificates make {@code https} safe; none for those of the Java platform.
 *     What the stamp proves never rests on them
 */
public record Fetching(Duration limit, Optional<TrustAnchors> transport) {
  /** Ten seconds, and the platform's certificates for the transport. */
  public static final Fetching USUAL = new Fetching(Duration.ofSeconds(10), Optional.empty());

  private static final int OK = 200;
  private static final int REDIRECTS = 300;
  private static final int FAILURES = 400;
  private static final String QUERY = "application/timestamp-query";
  private static final String REPLY = "application/timestamp-reply";

  /** The body of the reply to a query. */
  Checked<byte[]> post(TimeAddress address, byte[] query) {
    try {
      return sent(address, query);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return failed(address, "was not waited for", "the program was told to stop");
    } catch (TimeoutException e) {
      return late(address);
    } catch (ExecutionException e) {
      var cause = e.getCause() == null ? e : e.getCause();
      // which of the two clocks rings first is chance
      return cause instanceof HttpTimeoutException
          ? late(address)
          : failed(address, "cannot be reached", why(cause));
    } catch (GeneralSecurityException | IOException | RuntimeException e) {
      return failed(address, "cannot be reached", why(e));
    }
  }

  private Checked<byte[]> sent(TimeAddress address, byte[] query)
      throws InterruptedException,
          ExecutionException,
          TimeoutException,
          GeneralSecurityException,
          IOException {
    var request =
        HttpRequest.newBuilder(address.uri())
            .timeout(limit)
            .header("Content-Type", QUERY)
            .header("Accept", REPLY)
            .POST(HttpRequest.BodyPublishers.ofByteArray(query))
            .build();
    var exchange = client().sendAsync(request, info -> new CappedBody(TimeEvidence.MOST_BYTES));
    try {
      return body(address, exchange.get(limit.toMillis(), TimeUnit.MILLISECONDS));
    } finally {
      // ends the exchange with a server that never does
      exchange.cancel(true);
    }
  }

  private HttpClient client() throws GeneralSecurityException, IOException {
    var builder =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(limit);
    return (transport.isPresent() ? builder.sslContext(context(transport.get())) : builder).build();
  }

  private static SSLContext context(TrustAnchors anchors)
      throws GeneralSecurityException, IOException {
    var store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, null);
    for (int i = 0; i < anchors.certificates().size(); i++) {
      store.setCertificateEntry("anchor" + i, anchors.certificates().get(i));
    }
    var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(store);
    var context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return context;
  }

  private static Checked<byte[]> body(
      TimeAddress address, HttpResponse<Optional<byte[]>> response) {
    int status = response.statusCode();
    if (status >= REDIRECTS && status < FAILURES) {
      var to = response.headers().firstValue("Location").orElse("nowhere");
      return failed(
          address,
          "sends elsewhere (status " + status + ")",
          "to `" + brief(to) + "`; redirects are not followed");
    }
    if (status != OK) {
      return failed(address, "answers with status " + status, "200 is the one that brings a stamp");
    }
    var type = response.headers().firstValue("Content-Type").orElse("none");
    var body = response.body();
    if (body.isEmpty()) {
      return failed(address, "answers with more than 1 MiB", "real replies have a few KiB");
    }
    if (!isReply(type) && !isPage(type)) {
      return failed(address, "does not answer with a time stamp", "but with `" + brief(type) + "`");
    }
    return Checked.of(body.get());
  }

  private static boolean isReply(String type) {
    return type.split(";", -1)[0].strip().toLowerCase(Locale.ROOT).equals(REPLY);
  }

  /** A web page gets a finding of its own, which says what usually brings one. */
  private static boolean isPage(String type) {
    return type.toLowerCase(Locale.ROOT).startsWith("text/html");
  }

  private static String why(Throwable cause) {
    var message = cause.getMessage();
    return message == null ? cause.getClass().getSimpleName() : brief(message);
  }

  private static String brief(String text) {
    return text.length() > 200 ? text.substring(0, 200) + "…" : text;
  }

  private <T> Checked<T> late(TimeAddress address) {
    return failed(
        address, "did not answer in " + limit.toMillis() + " ms", "it may be busy, or blocked");
  }

  private static <T> Checked<T> failed(TimeAddress address, String predicate, String note) {
    var name = address.shown();
    return Checked.failed(
        Diagnostic.at(Span.none(name), Rule.TIME_NOT_FETCHED, "`" + name + "` " + predicate)
            .note(note)
            .note("nothing is lost: a lock can be stamped later, with the later time")
            .help("try again, or another authority")
            .help(
                "or send the query from a machine with network: `curl -H 'Content-Type: "
                    + QUERY
                    + "' --data-binary @query.tsq "
                    + name
                    + " -o reply.tsr`"));
  }
}

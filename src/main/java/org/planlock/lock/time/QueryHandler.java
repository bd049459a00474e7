package org.planlock.lock.time;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Answers one query over HTTP, whatever its sender does. */
record QueryHandler(TimeAuthority authority, ScheduledExecutorService limits, Duration limit)
    implements HttpHandler {
  private static final String QUERY = "application/timestamp-query";
  private static final String REPLY = "application/timestamp-reply";
  private static final int OK = 200;
  private static final int WRONG_METHOD = 405;
  private static final int TOO_LARGE = 413;
  private static final int WRONG_TYPE = 415;

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    var end = limits.schedule(exchange::close, limit.toMillis(), TimeUnit.MILLISECONDS);
    try (exchange) {
      answer(exchange);
    } finally {
      end.cancel(false);
    }
  }

  private void answer(HttpExchange exchange) throws IOException {
    if (!exchange.getRequestMethod().equals("POST")) {
      exchange.getResponseHeaders().set("Allow", "POST");
      refuse(exchange, WRONG_METHOD, "send a query by POST");
      return;
    }
    var type = exchange.getRequestHeaders().getFirst("Content-Type");
    if (type == null || !type.split(";", -1)[0].strip().toLowerCase(Locale.ROOT).equals(QUERY)) {
      refuse(exchange, WRONG_TYPE, "send " + QUERY);
      return;
    }
    var query = exchange.getRequestBody().readNBytes(TimeEvidence.MOST_REQUEST_BYTES + 1);
    if (query.length > TimeEvidence.MOST_REQUEST_BYTES) {
      refuse(exchange, TOO_LARGE, "no query is larger than 64 KiB");
      return;
    }
    send(exchange, OK, REPLY, authority.answer(query));
  }

  private static void refuse(HttpExchange exchange, int status, String words) throws IOException {
    send(
        exchange,
        status,
        "text/plain; charset=utf-8",
        (words + "\n").getBytes(StandardCharsets.UTF_8));
  }

  private static void send(HttpExchange exchange, int status, String type, byte[] body)
      throws IOException {
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
  }
}

package org.planlock.lock.time;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.planlock.diagnostic.Checked;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.source.Span;

/**
 * An authority that answers queries over HTTP (RFC 3161 §3.4), until it is closed.
 *
 * <p>It listens on this computer alone unless it is told another address, reads no more than 64 KiB
 * of a query, and waits for nobody longer than its time limit.
 */
public final class TsaServer implements AutoCloseable {
  private static final Duration LIMIT = Duration.ofSeconds(10);

  /** Slow clients hold a thread each; the others are served by the rest. */
  private static final int THREADS = 64;

  private static final int IDLE_SECONDS = 30;
  private static final int WAITING = 64;

  private final HttpServer server;
  private final ThreadPoolExecutor threads;
  private final ScheduledThreadPoolExecutor limits;

  private TsaServer(
      HttpServer server, ThreadPoolExecutor threads, ScheduledThreadPoolExecutor limits) {
    this.server = server;
    this.threads = threads;
    this.limits = limits;
  }

  /**
   * Starts on this computer alone.
   *
   * @param port 0 for any that is free
   */
  public static Checked<TsaServer> start(int port, TimeAuthority authority) {
    return start(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), authority);
  }

  /** Starts at an address, which others may reach. */
  public static Checked<TsaServer> start(InetSocketAddress address, TimeAuthority authority) {
    return start(address, authority, LIMIT);
  }

  static Checked<TsaServer> start(
      InetSocketAddress address, TimeAuthority authority, Duration limit) {
    try {
      limitHeaders(limit);
      var server = HttpServer.create(address, WAITING);
      var threads =
          new ThreadPoolExecutor(
              THREADS,
              THREADS,
              IDLE_SECONDS,
              TimeUnit.SECONDS,
              new LinkedBlockingQueue<>(),
              TsaServer::thread);
      threads.allowCoreThreadTimeOut(true);
      var limits = new ScheduledThreadPoolExecutor(1, TsaServer::thread);
      limits.setRemoveOnCancelPolicy(true);
      server.setExecutor(threads);
      server.createContext("/", new QueryHandler(authority, limits, limit));
      server.start();
      return Checked.of(new TsaServer(server, threads, limits));
    } catch (IOException | RuntimeException e) {
      var name = address.getHostString() + ":" + address.getPort();
      return Checked.failed(
          Diagnostic.at(
                  Span.none(name),
                  Rule.TIME_SERVICE_NOT_STARTED,
                  "nothing can listen at `" + name + "`")
              .note("another program may listen there, or the address is not this computer's")
              .help("take another port"));
    }
  }

  /** The JDK knows no other way to bound how long a client may take to send its headers. */
  private static void limitHeaders(Duration limit) {
    var property = "sun.net.httpserver.maxReqTime";
    if (System.getProperty(property) == null) {
      System.setProperty(property, Long.toString(Math.max(1, limit.toSeconds())));
    }
  }

  private static Thread thread(Runnable task) {
    var thread = new Thread(task, "time-authority");
    thread.setDaemon(true);
    return thread;
  }

  /** Where it listens. */
  public InetSocketAddress address() {
    return server.getAddress();
  }

  /** Stops at once; what is being answered is not finished. */
  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
    limits.shutdownNow();
  }
}

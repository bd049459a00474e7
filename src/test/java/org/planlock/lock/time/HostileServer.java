package org.planlock.lock.time;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** An HTTP server on this computer that answers one client, however badly. */
final class HostileServer implements AutoCloseable {
  private final ServerSocket socket;
  private final Answering answering;

  /** What it does with a query. */
  interface Answering {
    void answer(byte[] query, OutputStream out) throws Exception;
  }

  HostileServer(Answering answering) {
    try {
      this.socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    this.answering = answering;
    var thread = new Thread(this::serve, "hostile");
    thread.setDaemon(true);
    thread.start();
  }

  /** One that answers with a status line, headers and a body. */
  static HostileServer saying(String head, byte[] body) {
    return new HostileServer(
        (query, out) -> {
          out.write(head(head + "\r\nContent-Length: " + body.length));
          out.write(body);
        });
  }

  /** One that answers with a reply as an authority would. */
  static HostileServer replying(byte[] body) {
    return saying("200 OK\r\nContent-Type: application/timestamp-reply", body);
  }

  static byte[] head(String head) {
    return ("HTTP/1.1 " + head + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII);
  }

  String address() {
    return "http://127.0.0.1:" + socket.getLocalPort() + "/tsr";
  }

  private void serve() {
    while (!socket.isClosed()) {
      try (var client = socket.accept()) {
        answering.answer(query(client), client.getOutputStream());
        client.getOutputStream().flush();
      } catch (Exception e) {
        // the client went away, or the test is over
      }
    }
  }

  private static byte[] query(Socket client) throws IOException {
    var in = client.getInputStream();
    var head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      head.append((char) byteOf(in));
    }
    var words = head.toString().toLowerCase(java.util.Locale.ROOT);
    int at = words.indexOf("content-length:") + "content-length:".length();
    int length = Integer.parseInt(words.substring(at, words.indexOf('\r', at)).strip());
    return in.readNBytes(length);
  }

  private static int byteOf(InputStream in) throws IOException {
    int read = in.read();
    if (read < 0) {
      throw new IOException("the client went away");
    }
    return read;
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

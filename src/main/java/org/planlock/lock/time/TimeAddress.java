package org.planlock.lock.time;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;
import org.planlock.diagnostic.Checked;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.source.Span;

/**
 * Where a time-stamping authority listens (RFC 3161 §3.4).
 *
 * @param shown what is kept and shown of it: nothing behind the path, where some authorities want a
 *     customer's key
 */
record TimeAddress(URI uri, String shown) {
  private static final Set<String> SCHEMES = Set.of("http", "https");
  private static final int LONGEST = 300;
  private static final int MOST_PORT = 65_535;

  /** The address that a person typed. */
  static Checked<TimeAddress> parse(String typed) {
    try {
      var uri = new URI(typed);
      var scheme =
          uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(java.util.Locale.ROOT);
      if (!SCHEMES.contains(scheme) || uri.getHost() == null || typed.length() > LONGEST) {
        return unfit(typed, "is no address of a time-stamping authority");
      }
      if (uri.getUserInfo() != null) {
        return unfit(shown(uri), "has a name or password in it, and would be kept in the lock");
      }
      if (uri.getPort() > MOST_PORT) {
        return unfit(typed, "has a port that does not exist");
      }
      return Checked.of(new TimeAddress(uri, shown(uri)));
    } catch (URISyntaxException e) {
      return unfit(typed, "is no address of a time-stamping authority");
    }
  }

  private static String shown(URI uri) {
    var port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
    var path = uri.getRawPath() == null ? "" : uri.getRawPath();
    return uri.getScheme() + "://" + uri.getHost() + port + path;
  }

  private static Checked<TimeAddress> unfit(String typed, String predicate) {
    var name = typed.length() > LONGEST ? typed.substring(0, LONGEST) + "…" : typed;
    return Checked.failed(
        Diagnostic.at(Span.none(name), Rule.TIME_ADDRESS_UNFIT, "`" + name + "` " + predicate)
            .help("give it as `http://…` or `https://…`, as its web site names it"));
  }
}

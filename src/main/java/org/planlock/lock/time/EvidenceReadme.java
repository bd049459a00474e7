package org.planlock.lock.time;

import java.time.Instant;

/** The text that tells a stranger how to check time stamps with OpenSSL. */
final class EvidenceReadme {
  private static final String HEAD =
      """
      Time stamps of an analysis plan
      ===============================

      Each token-N.tsr is a time stamp by RFC 3161: somebody's signed statement that certain bytes
      existed at a certain time. These commands check it with OpenSSL 1.1.1 or newer; each must print
      "Verification: OK". They need no network and no program of ours.

      A time stamp is worth as much as the authority behind it. Do not take ca-N.pem from here:
      get the root certificate from the authority's own web site and see that it is the same file.
      Whoever made these files may have made an authority too, with any time they liked.

      """;

  private final StringBuilder text = new StringBuilder(HEAD);

  /** Adds the commands for one stamp. */
  void add(String number, TimeEvidence stamp, SeenStamp seen, boolean isDataThere) {
    text.append("Time stamp ").append(number).append('\n');
    text.append("--------------\n");
    seen.genTime()
        .ifPresentOrElse(
            time -> text.append("says: ").append(time).append(" (UTC)\n"),
            () -> text.append("cannot be read; the commands below will fail\n"));
    text.append("over: ").append(stamp.over().fileName()).append('\n');
    if (!seen.isVouchedFor()) {
      text.append("NOTE: nobody but its own maker vouches for this one (self-asserted).\n");
    }
    if (seen.authorities().isEmpty()) {
      text.append("ca-").append(number).append(".pem is not here: get it from the authority.\n");
    }
    text.append('\n');
    commands(number, stamp, seen, isDataThere);
    text.append('\n');
  }

  private void commands(String number, TimeEvidence stamp, SeenStamp seen, boolean isDataThere) {
    var rest = rest(number, seen);
    if (isDataThere) {
      command("ts -verify -data " + stamp.over().fileName() + rest);
    } else if (!seen.digest().isEmpty()) {
      text.append(
          "The bytes themselves are not here; whoever has them compares their SHA-256.\n\n");
      command("ts -verify -digest " + seen.digest() + rest);
    }
    if (stamp.request().isPresent()) {
      command("ts -verify -queryfile query-" + number + ".tsq" + rest);
    }
    command("ts -reply -in token-" + number + ".tsr -text");
    seen.ends().ifPresent(ends -> expiry(ends, seen));
  }

  private static String rest(String number, SeenStamp seen) {
    var authorities = " -in token-" + number + ".tsr -CAfile ca-" + number + ".pem";
    return seen.carried().isEmpty()
        ? authorities
        : authorities + " -untrusted certificates-" + number + ".pem";
  }

  private void expiry(Instant ends, SeenStamp seen) {
    text.append('\n');
    text.append("The authority's certificate ends on ").append(ends).append(". After that, add\n");
    var moment = seen.genTime().map(Instant::getEpochSecond).orElse(0L);
    text.append("  -attime ").append(moment).append('\n');
    text.append("to the commands that verify: it looks at everything as of the stamp's time.\n");
  }

  private void command(String arguments) {
    text.append("  openssl ").append(arguments).append('\n');
  }

  String text() {
    return text.toString();
  }
}

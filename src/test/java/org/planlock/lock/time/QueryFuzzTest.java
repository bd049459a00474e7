package org.planlock.lock.time;

import static org.planlock.fuzz.Fuzzed.require;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.planlock.fuzz.Fuzzed;
import org.planlock.fuzz.Seeds;
import org.planlock.lock.FuzzedLock;
import org.planlock.lock.Sha256;

/** Any bytes as a query to our own authority: it stamps or refuses, and its stamps are right. */
class QueryFuzzTest {
  private static final Sha256 CONTENT = Sha256.of(new byte[0]);
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final AuthorityKey KEY =
      AuthorityKey.generate("Demo", FuzzedLock.NOW.minusSeconds(60), RANDOM);
  private static final Answer ANSWER = new Answer(KEY, FuzzedLock.NOW, RANDOM);
  private static final TimeVerifier VERIFIER =
      new TimeVerifier(
          new TrustAnchors(List.of(KEY.certificate()), List.of()),
          InstantSource.fixed(FuzzedLock.NOW),
          FuzzedLock.NOW.minusSeconds(60));

  static Stream<Arguments> seeds() {
    return Stream.of(
        Seeds.seed("bare", StampCases.query("SHA-256", CONTENT.bytes(), null, "")),
        Seeds.seed("nonce", StampCases.query("SHA-256", CONTENT.bytes(), BigInteger.TWO, "")),
        Seeds.seed(
            "policy", StampCases.query("SHA-256", CONTENT.bytes(), null, Answer.POLICY.getId())),
        Seeds.seed("other policy", StampCases.query("SHA-256", CONTENT.bytes(), null, "1.2.3")),
        Seeds.seed("short", StampCases.query("SHA-256", new byte[4], null, "")));
  }

  @MethodSource("seeds")
  @FuzzTest(maxDuration = "60s")
  void isAnsweredOrRefused(byte[] query) {
    Fuzzed.quickly(() -> tryOut(query));
  }

  private static void tryOut(byte[] query) throws IOException {
    if (query.length > TimeEvidence.MOST_REQUEST_BYTES) {
      return;
    }
    var reply = ANSWER.to(query);
    var stamp = TimeEvidence.of(TimeSubject.STATEMENT, query, reply, "");
    var verdict = VERIFIER.verify(stamp, CONTENT, "small.lock");
    Fuzzed.reported(verdict.diagnostics());
    if (Reply.parse(reply).isGranted()) {
      var asked = RequestCheck.read(query);
      boolean isOver = Arrays.equals(asked.getMessageImprintDigest(), CONTENT.bytes());
      require(!isOver || verdict.holds() || !asked.getCertReq(), "a stamp of ours does not hold");
    }
  }
}

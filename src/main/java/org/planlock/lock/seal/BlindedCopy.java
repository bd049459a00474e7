package org.planlock.lock.seal;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.planlock.diagnostic.Checked;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.lock.Sha256;
import org.planlock.source.Span;

/**
 * A table whose labels were dealt to other participants, so that an analysis can be tried before
 * anybody knows a result.
 *
 * <p>It keeps how often each label occurs, and which labels of several columns go together.
 */
public final class BlindedCopy {
  /** What every page made from a custodian's copy has to say. */
  public static final String CUSTODIANS_MARK =
      "BLIND: the custodian dealt the labels anew; no number here is a result";

  /** What every page made from a copy without a custodian has to say. */
  public static final String REVERSIBLE_MARK =
      "BLIND, REVERSIBLE: the labels were dealt anew by a seed, and whoever has the seed can undo"
          + " it; no number here is a result";

  private static final String PURPOSE = "planlock-blinded-copy/1";
  private static final BigInteger ENOUGH_WAYS = BigInteger.valueOf(1000);

  /** More rows than this with two labels can be dealt in {@link #ENOUGH_WAYS} ways. */
  private static final int ENOUGH_ROWS = 1000;

  private final byte[] bytes;
  private final boolean isReversible;

  private BlindedCopy(byte[] bytes, boolean isReversible) {
    this.bytes = bytes;
    this.isReversible = isReversible;
  }

  /**
   * The custodian's blinded copy for one lock: the order comes from the key, which the analyst does
   * not have, so that nobody can undo it before the release.
   *
   * @param key that the table was sealed with
   */
  public static Checked<BlindedCopy> byCustodian(
      OpenedTable opened, CustodianKey key, Sha256 lock) {
    var seed = key.derived(PURPOSE, lock.hex() + "\n" + opened.sha256().hex());
    return of(opened.table(), opened.places(), seed, false);
  }

  /**
   * A blinded copy without a custodian. Whoever has seed and copy can undo it, and whoever makes it
   * has the table anyway: it guards against looking by accident, and is no evidence.
   *
   * @param fileName of the table, which tells its separator
   */
  public static Checked<BlindedCopy> bySeed(
      byte[] table, String fileName, SealedColumns columns, String seed) {
    var bytes = Sha256.of((PURPOSE + "\nseed\n" + seed).getBytes(StandardCharsets.UTF_8)).bytes();
    Optional<CellSeparator> separator = CellSeparator.ofFileName(fileName);
    return separator
        .map(between -> ClearTable.parse(table, fileName, between))
        .orElseGet(() -> Checked.failed(noSeparator(fileName)))
        .then(clear -> columns.in(clear).then(places -> of(clear, places, bytes, true)));
  }

  /** The copy: a table in UTF-8 with LF line ends. */
  public byte[] bytes() {
    return bytes.clone();
  }

  /** Whether people who have no key can undo it. */
  public boolean isReversible() {
    return isReversible;
  }

  /** What every page made from it has to say. */
  public String mark() {
    return isReversible ? REVERSIBLE_MARK : CUSTODIANS_MARK;
  }

  private static Checked<BlindedCopy> of(
      ClearTable table, ColumnPlaces places, byte[] seed, boolean isReversible) {
    var labels = table.rows().stream().map(row -> ClearTable.cells(row, places.sealed())).toList();
    var copy = table.withColumns(places.sealed(), LabelShuffle.shuffled(labels, seed));
    return Checked.of(
        new BlindedCopy(TableText.bytes(copy), isReversible), weakness(table.name(), labels));
  }

  private static List<Diagnostic> weakness(String name, List<List<String>> labels) {
    var found = new ArrayList<Diagnostic>();
    boolean hasTwo = !labels.stream().allMatch(labels.get(0)::equals);
    if (!hasTwo) {
      found.add(weak(name, "all participants have the same label, so that nothing is hidden"));
    } else if (labels.size() < ENOUGH_ROWS) {
      var ways = LabelShuffle.ways(labels);
      if (ways.compareTo(ENOUGH_WAYS) < 0) {
        found.add(weak(name, "the labels can be dealt in " + ways + " ways only"));
      }
    }
    return found;
  }

  private static Diagnostic weak(String name, String message) {
    return Diagnostic.at(Span.none(name), Rule.BLINDING_WEAK, message)
        .note(
            "a blinded copy always differs from the truth, and with few ways left that tells much");
  }

  private static Diagnostic noSeparator(String fileName) {
    return Diagnostic.at(
            Span.none(fileName),
            Rule.WRONG_SEPARATOR,
            "the separator of `" + fileName + "` is not known")
        .note("only the endings .tsv and .csv tell it");
  }
}

package org.planlock.lock;

import java.util.List;
import java.util.stream.Stream;
import org.planlock.diagnostic.Diagnostic;

/**
 * What a verification found, check by check.
 *
 * @param differences how the plan beside the lock differs from the locked one
 * @param level how well the time is proven: {@code T0} is the locking machine's own word
 */
public record Verification(List<Row> rows, List<TreeDifference> differences, String level) {
  public Verification {
    rows = List.copyOf(rows);
    differences = List.copyOf(differences);
  }

  /**
   * One check.
   *
   * @param check what was checked
   * @param result how it went, in a word or two
   * @param evidence what was seen
   */
  public record Row(
      String check,
      String result,
      String evidence,
      Standing standing,
      List<Diagnostic> diagnostics) {
    public Row {
      diagnostics = List.copyOf(diagnostics);
    }
  }

  /** The same with one more check. */
  public Verification with(Row more) {
    return with(List.of(more));
  }

  /** The same with more checks. */
  public Verification with(List<Row> more) {
    return new Verification(
        Stream.concat(rows.stream(), more.stream()).toList(), differences, level);
  }

  /** What stops an execution: a changed table is executed and flagged, all else has to hold. */
  public List<Diagnostic> obstacles() {
    return rows.stream()
        .filter(row -> row.standing() != Standing.HOLDS && !row.check().startsWith("table "))
        .flatMap(row -> row.diagnostics().stream())
        .toList();
  }

  /** How it ends: the gravest of all checks. */
  public Standing standing() {
    return Standing.gravest(rows.stream().map(Row::standing).toList());
  }

  /** The one line that says it all. */
  public String verdict() {
    return switch (standing()) {
      case HOLDS -> "VERIFIED at level " + level;
      case WEAKER -> "INTACT at level " + level + ", weaker than asked";
      case ENVIRONMENT -> "INCOMPLETE: something that the lock names is not here";
      case CHANGED -> "CHANGED: this is not what was locked";
      case OUT_OF_ORDER -> "OUT OF ORDER: what was done came before what was promised";
      case REFUSED -> "NOT CHECKED: made by a newer version";
      case UNREADABLE -> "NOT CHECKED: something cannot be read";
    };
  }

  /** Everything that was found, in the order of the checks. */
  public List<Diagnostic> diagnostics() {
    return rows.stream().flatMap(row -> row.diagnostics().stream()).toList();
  }
}

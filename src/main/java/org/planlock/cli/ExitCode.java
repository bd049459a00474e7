package org.planlock.cli;

import java.util.Comparator;
import java.util.List;
import org.planlock.deviation.Verdict;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;

/** How a command can end. */
final class ExitCode {
  static final int HOLDS = 0;
  static final int MISMATCH = 1;
  static final int USAGE = 2;
  static final int INVALID = 3;
  static final int WEAKER = 4;
  static final int ENVIRONMENT = 5;
  static final int BUSY = 6;
  static final int REFUSED = 7;
  static final int INTERNAL = 70;

  private static final List<Integer> GRAVEST_FIRST =
      List.of(USAGE, INVALID, MISMATCH, REFUSED, WEAKER, ENVIRONMENT, BUSY, HOLDS);

  private ExitCode() {}

  /** The code of a command that stopped at these findings; 0 if none is an error. */
  static int of(List<Diagnostic> found) {
    return found.stream()
        .filter(Diagnostic::isError)
        .map(finding -> of(finding.rule()))
        .min(Comparator.comparingInt(GRAVEST_FIRST::indexOf))
        .orElse(HOLDS);
  }

  /** The code of a judged analysis. */
  static int of(Verdict verdict) {
    return switch (verdict) {
      case CONFORMS, DEVIATES_DECLARED, UNANCHORED -> HOLDS;
      case DEVIATES, TAMPERED -> MISMATCH;
      case INCOMPLETE, CANNOT_TELL -> WEAKER;
    };
  }

  private static int of(Rule rule) {
    return switch (rule) {
      case UNKNOWN_CODE,
          UNKNOWN_STARTER,
          REASON_WANTED,
          UNKNOWN_PATH,
          FIELD_IS_PRESENT,
          CHOICE_IS_MADE,
          MALFORMED_SETTING,
          NAMED_COLUMN_MISSING,
          KEY_NOT_NAMED,
          QUESTION_NOT_ANSWERED,
          TIME_ADDRESS_UNFIT ->
          USAGE;
      case STATEMENT_CHANGED,
          SUBJECT_MISMATCH,
          PLAN_CHANGED,
          FIXED_INPUT_CHANGED,
          FIXED_INPUT_RECOMPRESSED,
          TABLE_CHANGED,
          COMMITMENT_OF_OTHER_LOCK,
          FIELDS_ROOT_MISMATCH,
          FIELD_NOT_PROVEN,
          ABSENCE_NOT_PROVEN,
          LEDGER_CHANGED,
          LEDGER_LINES_MISSING,
          LEDGER_OUT_OF_ORDER,
          LEDGER_LINE_REPEATED,
          LEDGER_FORKED,
          LEDGER_TRUNCATED,
          LEDGER_REWRITTEN,
          LEDGER_OF_OTHER_STUDY,
          LEDGER_CONTRADICTION,
          CHECKPOINT_WRONG,
          SIGNATURE_WRONG,
          LOCK_NOT_IN_LEDGER,
          TIME_OF_OTHER_CONTENT,
          TIME_OF_OTHER_REQUEST,
          TIME_DIGEST_WEAK,
          TIME_SIGNATURE_WRONG,
          TIME_SIGNER_MISSING,
          TIME_SIGNER_UNFIT,
          TIME_SIGNER_NOT_VALID,
          TIME_SIGNER_REVOKED,
          TIME_IMPOSSIBLE,
          SEALED_WITH_OTHER_KEY,
          SEALED_CHANGED,
          SEALED_INCONSISTENT,
          RELEASE_OF_OTHER_FILE,
          RELEASE_DOES_NOT_OPEN,
          RESULT_OF_OTHER_LOCK,
          RESULT_CHANGED,
          OTHER_PLAN,
          UNREPORTED_MODEL,
          UNREPORTED_HYPOTHESIS,
          UNREPORTED_PART,
          ALTERED_VERDICT,
          UNEARNED_LABEL,
          SWAPPED_SCORE,
          ALTERED_NUMBER,
          UNREPORTED_DEVIATION,
          ALTERED_CONCLUSION,
          UNREGISTERED_RESULT ->
          MISMATCH;
      case LOCK_EXISTS,
          FILE_EXISTS,
          NOT_LOCKED,
          OUTPUT_NOT_EMPTY,
          LOCK_TOO_NEW,
          TRACE_TOO_NEW,
          COMMITMENT_TOO_NEW,
          LOCK_NOT_PRIVATE,
          LEDGER_TOO_NEW,
          LOCK_ACTIVE,
          RELEASED_FOR_OTHER_LOCK,
          RELEASE_FOR_OTHER_LOCK,
          RELEASE_UNSIGNED,
          RELEASE_REFUSED,
          RELEASED_ALREADY,
          RELEASE_TOO_NEW,
          SEALED_TOO_NEW,
          ORDER_CONTRADICTED,
          STILL_SEALED,
          OPEN_CHOICE,
          NOT_EXECUTABLE,
          TARGET_NOT_REACHED,
          BELOW_MINIMUM,
          BELOW_ABORT_LIMIT ->
          REFUSED;
      case TIME_NOT_PROVEN, ORDER_NOT_PROVEN, SIGNATURES_TOO_FEW, CHECKPOINT_UNKNOWN_KEY -> WEAKER;
      case LEDGER_BUSY -> BUSY;
      case FILE_MISSING,
          CONTENT_NOT_PRESENT,
          UNREADABLE_FILE,
          WRITE_FAILED,
          FIXED_INPUT_MISSING,
          INSTALLATION_INCOMPLETE,
          TIME_NOT_FETCHED,
          TIME_STAMP_REFUSED,
          TIME_SERVICE_NOT_STARTED ->
          ENVIRONMENT;
      default -> INVALID;
    };
  }
}

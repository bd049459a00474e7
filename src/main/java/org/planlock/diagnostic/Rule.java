package org.planlock.diagnostic;

/**
 * The catalogue of everything that Planlock can find wrong: one constant a mistake, with a code
 * that never changes.
 *
 * <p>Families: S1xx reading a text, P2xx what a plan says, L3xx locks, D4xx data and files, X5xx
 * deviations, C6xx the command line.
 */
public enum Rule {
  // S1xx: reading a text
  UNEXPECTED_TOKEN("S101", Severity.ERROR),
  UNFINISHED_TEXT("S102", Severity.ERROR),
  DUPLICATE_KEY("S103", Severity.ERROR),
  ALIAS_OR_ANCHOR("S104", Severity.ERROR),
  YAML_TAG("S105", Severity.ERROR),
  MERGE_KEY("S106", Severity.ERROR),
  TOO_DEEP("S107", Severity.ERROR),
  TOO_LARGE("S108", Severity.ERROR),
  NOT_UTF8("S109", Severity.ERROR),
  FORBIDDEN_CHARACTER("S110", Severity.ERROR),
  SEVERAL_DOCUMENTS("S111", Severity.ERROR),
  NOT_A_PLAN("S112", Severity.ERROR),
  UNKNOWN_STATEMENT("S113", Severity.ERROR),
  UNKNOWN_NOTATION("S114", Severity.ERROR),
  MALFORMED_EXPRESSION("S115", Severity.ERROR),
  TAB_INDENTATION("S116", Severity.ERROR),
  MISSING_VALUE("S117", Severity.ERROR),

  // P2xx: what a plan says, found while binding
  UNKNOWN_KEY("P201", Severity.ERROR),
  MISSING_KEY("P202", Severity.ERROR),
  WRONG_SHAPE("P203", Severity.ERROR),
  UNKNOWN_WORD("P204", Severity.ERROR),
  NOT_A_NUMBER("P205", Severity.ERROR),
  TOO_MANY_DIGITS("P206", Severity.ERROR),
  OUT_OF_RANGE("P207", Severity.ERROR),
  REASON_MISSING("P208", Severity.ERROR),
  DUPLICATE_NAME("P209", Severity.ERROR),
  DUPLICATE_ITEM("P210", Severity.ERROR),
  UNREADABLE_PHRASE("P211", Severity.ERROR),
  UNKNOWN_LANGUAGE_VERSION("P212", Severity.ERROR),
  UNKNOWN_TEMPLATE("P213", Severity.ERROR),

  // P22x: what an expression means
  UNKNOWN_NAME("P220", Severity.ERROR),
  UNKNOWN_FUNCTION("P221", Severity.ERROR),
  WRONG_ARGUMENTS("P222", Severity.ERROR),
  WRONG_KIND("P223", Severity.ERROR),
  UNDECLARED_SESSION("P224", Severity.ERROR),
  NOT_A_LEVEL("P225", Severity.ERROR),
  UNIT_MISMATCH("P226", Severity.ERROR),
  UNIT_MISSING("P227", Severity.WARNING),
  COMPARISON_CHAIN("P228", Severity.ERROR),
  SESSION_MISSING("P229", Severity.ERROR),

  // P23x to P28x: what contradicts itself, or cannot be, in a whole plan
  UNKNOWN_MODEL("P230", Severity.ERROR),
  LEAKING_SCOPE("P231", Severity.WARNING),
  UNKNOWN_TERM("P232", Severity.ERROR),
  UNKNOWN_TABLE("P233", Severity.ERROR),
  UNKNOWN_COLUMN_NAME("P234", Severity.ERROR),
  STEP_OF_UNKNOWN_COLUMN("P235", Severity.ERROR),
  UNKNOWN_HYPOTHESIS("P236", Severity.ERROR),
  UNKNOWN_PREPARATION("P237", Severity.ERROR),
  UNKNOWN_REGION("P238", Severity.ERROR),
  UNKNOWN_ATLAS("P239", Severity.ERROR),
  UNKNOWN_PERSON("P240", Severity.ERROR),
  LOOK_ALIKE_NAMES("P241", Severity.ERROR),
  NOT_NESTED("P242", Severity.ERROR),
  MODEL_CYCLE("P243", Severity.ERROR),
  OUTCOME_AMONG_TERMS("P244", Severity.ERROR),
  OUTCOME_BASELINE_AS_TERM("P245", Severity.NOTE),
  TERM_NOT_PREPARED("P246", Severity.ERROR),
  INTERACTION_WITHOUT_PARENTS("P247", Severity.ERROR),
  UNUSED_NAME("P248", Severity.WARNING),
  UNPENALISED_TOO_MANY_TERMS("P249", Severity.ERROR),
  FEW_PARTICIPANTS_PER_TERM("P250", Severity.NOTE),
  STEP_ORDER("P251", Severity.ERROR),
  IMPUTED_OUTCOME("P252", Severity.ERROR),
  OUTCOME_INFORMS_IMPUTATION("P253", Severity.WARNING),
  DOUBLE_SCALING("P254", Severity.WARNING),
  NO_SCALING("P255", Severity.NOTE),
  LEVELS_NEVER_CODED("P256", Severity.WARNING),
  VARIABLE_CYCLE("P257", Severity.ERROR),
  REFERENCE_NOT_A_LEVEL("P258", Severity.ERROR),
  CODE_COUNT_MISMATCH("P259", Severity.ERROR),
  EMPTY_RANGE("P260", Severity.ERROR),
  RULE_ADMITS_NOBODY("P261", Severity.ERROR),
  THRESHOLD_CONTRADICTION("P262", Severity.WARNING),
  DECLARED_UNIT_DIFFERS("P263", Severity.ERROR),
  VERDICTS_OVERLAP("P264", Severity.ERROR),
  QUANTITY_IN_TWO_UNITS("P265", Severity.ERROR),
  MINIMUM_ABOVE_TARGET("P266", Severity.ERROR),
  ABORT_ABOVE_MINIMUM("P267", Severity.WARNING),
  MORE_FOLDS_THAN_PARTICIPANTS("P268", Severity.ERROR),
  LEAVE_ONE_OUT_ADVICE("P269", Severity.NOTE),
  SEED_WITHOUT_REASON("P270", Severity.WARNING),
  GRID_OUT_OF_ORDER("P271", Severity.WARNING),
  GRID_OUT_OF_RANGE("P272", Severity.ERROR),
  LAMBDA_MAX_MISSING("P273", Severity.ERROR),
  L1_RATIO_ZERO("P274", Severity.ERROR),
  SQUARED_CORRELATION_UNDER_LEAVE_ONE_OUT("P275", Severity.ERROR),
  HYPOTHESIS_ON_EXPLORATORY_MODEL("P276", Severity.WARNING),
  FAMILY_OF_ONE("P277", Severity.WARNING),
  P_VALUE_WITHOUT_NULL("P278", Severity.ERROR),
  NO_MULTIPLICITY("P279", Severity.WARNING),
  HOLM_OUTSIDE_FAMILY("P280", Severity.ERROR),
  OUTCOME_SEEN("P281", Severity.WARNING),
  SEALED_WITHOUT_RELEASE("P282", Severity.WARNING),
  VARIANT_CHANGES_NOTHING("P283", Severity.WARNING),
  INSIDE_AND_OUTSIDE("P284", Severity.ERROR),
  UNKNOWN_OUTCOME("P285", Severity.ERROR),
  REPEATED_LEAVE_ONE_OUT("P286", Severity.WARNING),
  RESIDUAL_WITHOUT_STEP("P287", Severity.ERROR),

  // L3xx: locks, their proof, and what they refer to
  PLAN_CHANGED("L301", Severity.ERROR),
  LOCK_DAMAGED("L302", Severity.ERROR),
  LOCK_TOO_NEW("L303", Severity.ERROR),
  STATEMENT_CHANGED("L304", Severity.ERROR),
  STATEMENT_NOT_CANONICAL("L305", Severity.ERROR),
  SUBJECT_MISMATCH("L306", Severity.ERROR),
  FIXED_INPUT_CHANGED("L307", Severity.ERROR),
  FIXED_INPUT_RECOMPRESSED("L308", Severity.ERROR),
  FIXED_INPUT_MISSING("L309", Severity.ERROR),
  TABLE_CHANGED("L310", Severity.ERROR),
  TABLE_NOT_PRESENT("L311", Severity.NOTE),
  TIME_NOT_PROVEN("L312", Severity.ERROR),

  // D4xx: data and files: a table as a file
  TABLE_TOO_LARGE("D405", Severity.ERROR),
  TABLE_TEXT("D406", Severity.ERROR),
  BYTE_ORDER_MARK("D407", Severity.NOTE),
  WRONG_SEPARATOR("D408", Severity.ERROR),
  DUPLICATE_COLUMN("D409", Severity.ERROR),
  EMPTY_COLUMN_NAME("D410", Severity.ERROR),
  SPACES_AROUND_COLUMN_NAME("D411", Severity.NOTE),
  INVISIBLE_CHARACTER("D412", Severity.ERROR),
  RAGGED_ROW("D413", Severity.ERROR),
  UNFINISHED_QUOTE("D414", Severity.ERROR),
  EMPTY_TABLE("D415", Severity.ERROR),
  BLANK_LINE("D416", Severity.NOTE),

  // D4xx: a table's cells against the data contract
  MISSING_COLUMN("D420", Severity.ERROR),
  CELL_NOT_A_NUMBER("D421", Severity.ERROR),
  UNDECLARED_MISSING("D422", Severity.ERROR),
  DECIMAL_MARK("D423", Severity.ERROR),
  CELL_NOT_FINITE("D424", Severity.ERROR),
  CELL_NOT_AN_INTEGER("D425", Severity.ERROR),
  VALUE_OUT_OF_RANGE("D426", Severity.ERROR),
  UNKNOWN_LEVEL("D427", Severity.ERROR),
  LOOKS_LIKE_MISSING("D428", Severity.ERROR),
  ALL_VALUES_MISSING("D429", Severity.ERROR),
  EMPTY_LEVEL("D430", Severity.ERROR),
  CONSTANT_COLUMN("D431", Severity.WARNING),
  SPACES_AROUND_VALUE("D432", Severity.NOTE),

  // D4xx: a data dictionary
  DICTIONARY_UNREADABLE("D440", Severity.ERROR),
  DICTIONARY_LEVELS("D441", Severity.WARNING),
  DICTIONARY_UNIT("D442", Severity.ERROR),
  DICTIONARY_RANGE("D443", Severity.WARNING),

  // D4xx: tables joined by participant
  KEY_MISSING("D450", Severity.ERROR),
  DUPLICATE_ROW("D451", Severity.ERROR),
  UNKNOWN_PARTICIPANT("D452", Severity.ERROR),
  TOO_FEW_PARTICIPANTS("D453", Severity.ERROR),
  AMBIGUOUS_COLUMN("D454", Severity.ERROR),
  UNKNOWN_COLUMN("D455", Severity.ERROR),
  SPREAD_CLASH("D456", Severity.ERROR),
  UNKNOWN_SESSION("D457", Severity.ERROR),
  NO_PARTICIPANTS_TABLE("D458", Severity.ERROR),

  // D46x and D47x: files as files, and traces; D40x to D45x belong to tables
  UNSAFE_PATH("D460", Severity.ERROR),
  OUTSIDE_THE_FOLDER("D461", Severity.ERROR),
  FILE_MISSING("D462", Severity.ERROR),
  CONTENT_NOT_PRESENT("D463", Severity.ERROR),
  NOT_A_REGULAR_FILE("D464", Severity.ERROR),
  LINK_LOOP("D465", Severity.ERROR),
  WRONG_CASE("D466", Severity.ERROR),
  UNREADABLE_FILE("D467", Severity.ERROR),
  DAMAGED_GZIP("D468", Severity.ERROR),
  WRITE_FAILED("D469", Severity.ERROR),
  FILE_EXISTS("D470", Severity.ERROR),
  TRACE_TORN("D471", Severity.ERROR),
  TRACE_DAMAGED("D472", Severity.ERROR),
  TRACE_TOO_NEW("D473", Severity.ERROR),

  // D474 to D479, D499 and D500: fits
  UNUSABLE_FOLDS("D474", Severity.ERROR),
  UNUSABLE_GRID("D475", Severity.ERROR),
  TOO_FEW_ROWS("D476", Severity.ERROR),
  DEPENDENT_TERMS("D477", Severity.ERROR),
  FIT_NOT_CONVERGED("D478", Severity.ERROR),
  NOTHING_TO_EXPLAIN("D479", Severity.ERROR),
  VARIANT_NOT_EXECUTED("D499", Severity.WARNING),
  UNUSABLE_WEIGHTS("D500", Severity.ERROR),

  // D48x and D49x: who is analysed, and how columns are prepared
  NOT_EXECUTABLE("D480", Severity.ERROR),
  OPEN_CHOICE("D481", Severity.ERROR),
  UNUSABLE_KEY("D482", Severity.ERROR),
  RULE_UNDECIDED("D483", Severity.ERROR),
  TARGET_NOT_REACHED("D484", Severity.ERROR),
  BELOW_MINIMUM("D485", Severity.ERROR),
  BELOW_ABORT_LIMIT("D486", Severity.ERROR),
  TOO_FEW_ANALYSED("D487", Severity.ERROR),
  MISSING_CELL("D488", Severity.ERROR),
  OVER_MISSING_LIMIT("D489", Severity.ERROR),
  NOT_YET_FORMED("D490", Severity.ERROR),
  NO_VALUES("D491", Severity.ERROR),
  NOT_A_NUMBER_COLUMN("D492", Severity.ERROR),
  WRONG_ROWS("D493", Severity.ERROR),
  NOT_ESTIMABLE("D494", Severity.ERROR),
  CODING_UNCLEAR("D495", Severity.ERROR),
  NOT_IN_STATE("D496", Severity.ERROR),
  CONSTANT_ABORTS("D497", Severity.ERROR),
  NOT_AMONG_COLUMNS("D498", Severity.ERROR),

  // X5xx: deviations of an analysis from the locked plan
  BELOW_TARGET("X501", Severity.ERROR),
  BELOW_MINIMUM_ANALYSED("X502", Severity.ERROR),
  CHANGED_ANALYSIS_SET("X503", Severity.ERROR),
  CHANGED_PENALTY_GRID("X504", Severity.ERROR),
  CHANGED_TERMS("X505", Severity.ERROR),
  CHANGED_FOLDS("X506", Severity.ERROR),
  CHANGED_SELECTION("X507", Severity.ERROR),
  CHANGED_OUTCOME("X508", Severity.ERROR),
  SKIPPED_MODEL("X509", Severity.ERROR),
  UNPLANNED_MODEL("X510", Severity.ERROR),
  CHANGED_DATA("X511", Severity.ERROR),
  EXTRA_EXCLUSION("X512", Severity.ERROR),
  CHANGED_TOOL_SEMANTICS("X513", Severity.ERROR),
  CHANGED_SCOPE("X514", Severity.ERROR),
  CHANGED_PREPARATION("X515", Severity.ERROR),
  CHANGED_FIT("X516", Severity.ERROR),
  UNCONVERGED_FIT("X517", Severity.ERROR),
  ACCEPTED_CONTRACT_BREAK("X518", Severity.ERROR),
  OPEN_FIELD_COMPLETED("X519", Severity.NOTE),
  CHANGED_SETTING("X520", Severity.ERROR),
  EARLY_EXECUTION("X521", Severity.ERROR),
  SKIPPED_HYPOTHESIS("X522", Severity.ERROR),
  CHANGED_HYPOTHESIS("X523", Severity.ERROR),
  SEED_NOT_FROM_LOCK("X524", Severity.ERROR),
  CHANGED_CORRELATION("X525", Severity.ERROR),
  SKIPPED_PART("X526", Severity.ERROR),
  OTHER_PLAN("X527", Severity.ERROR),
  DECLARED_NOT_FOUND("X540", Severity.WARNING),
  EVIDENCE_MISSING("X541", Severity.WARNING),

  // C6xx: the command line, and paths that people write into a plan
  UNKNOWN_PATH("C601", Severity.ERROR),
  UNKNOWN_CODE("C602", Severity.ERROR),
  LOCK_EXISTS("C603", Severity.ERROR),
  UNSAFE_PLAN_ID("C604", Severity.ERROR),
  NOT_LOCKED("C605", Severity.ERROR),
  OUTPUT_NOT_EMPTY("C606", Severity.ERROR),
  UNKNOWN_STARTER("C607", Severity.ERROR),
  REASON_WANTED("C608", Severity.ERROR),
  INSTALLATION_INCOMPLETE("C609", Severity.ERROR),
  CHOICE_IS_MADE("C610", Severity.ERROR),
  MALFORMED_SETTING("C611", Severity.ERROR);

  private final String code;
  private final Severity severity;

  Rule(String code, Severity severity) {
    this.code = code;
    this.severity = severity;
  }

  /** The code that people cite, such as {@code P203}. */
  public String code() {
    return code;
  }

  /** How much it weighs. */
  public Severity severity() {
    return severity;
  }
}

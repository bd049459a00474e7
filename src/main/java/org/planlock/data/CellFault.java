package org.planlock.data;

import org.planlock.diagnostic.Rule;

/** One way in which a cell is not what its column promises, with the words for it. */
enum CellFault {
  NOT_A_NUMBER(
      Rule.CELL_NOT_A_NUMBER,
      "is not a number",
      "are not numbers",
      "correct the table, or declare the column with `levels` if it holds words"),
  UNDECLARED_MISSING(
      Rule.UNDECLARED_MISSING,
      "is not a declared missing code",
      "are not declared missing codes",
      "write it after `missing` for this table, if that is what it means"),
  DECIMAL_MARK(
      Rule.DECIMAL_MARK,
      "is not written with the declared decimal mark",
      "are not written with the declared decimal mark",
      "write `decimal \",\"` or `decimal \".\"` for this table; thousands are never grouped"),
  NOT_FINITE(
      Rule.CELL_NOT_FINITE,
      "is not a finite number",
      "are not finite numbers",
      "write a declared missing code where there is no value"),
  NOT_AN_INTEGER(
      Rule.CELL_NOT_AN_INTEGER,
      "is not a whole number",
      "are not whole numbers",
      "correct the table, or declare the column as `number`"),
  OUT_OF_RANGE(
      Rule.VALUE_OUT_OF_RANGE,
      "is out of range",
      "are out of range",
      "correct the table, or accept the column with a reason when executing"),
  LOOKS_LIKE_MISSING(
      Rule.LOOKS_LIKE_MISSING,
      "looks like a code for a missing value",
      "look like codes for missing values",
      "write it after `missing` for this table, or declare a range that holds it"),
  UNKNOWN_LEVEL(
      Rule.UNKNOWN_LEVEL,
      "is not a declared level",
      "are not declared levels",
      "correct the table or the plan's levels, or accept the column with a reason when executing"),
  SPACES(
      Rule.SPACES_AROUND_VALUE,
      "is written with spaces around it",
      "are written with spaces around them",
      "");

  private final Rule rule;
  private final String one;
  private final String several;
  private final String help;

  CellFault(Rule rule, String one, String several, String help) {
    this.rule = rule;
    this.one = one;
    this.several = several;
    this.help = help;
  }

  Rule rule() {
    return rule;
  }

  String words(int cells) {
    return cells == 1 ? one : several;
  }

  String help() {
    return help;
  }
}

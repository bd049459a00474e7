package org.planlock.syntax.groovy.words;

/** What {@code data { … }} may say. */
public interface DataBlock {
  /** A table: {@code table 'participants', file: 'participants.tsv', key: ['participant_id']}. */
  @Each(list = "tables", name = "name")
  void table(Fields item);

  /** All of them at once, or why there are none. */
  void tables(Value... values);

  /** A file for each participant, session or run: {@code files 'motion', pattern: '…'}. */
  @Each(list = "files", name = "name")
  void files(Fields item);

  /** How tables are written: {@code text encoding: 'utf-8', separator: 'tab'}. */
  void text(Value value);

  /** A session: {@code session 'ses-pre', is: 'before the first infusion'}. */
  @Each(list = "sessions", name = "name")
  void session(Fields item);

  /** All of them at once, or why there are none. */
  void sessions(Value... values);

  /**
   * A column and what may stand in it: {@code column 'age', table: 'participants', range: [18,
   * 70]}.
   */
  @Each(list = "columns", name = "name")
  void column(Fields item);

  /** All of them at once, or why there are none. */
  void columns(Value... values);

  /** When and how data are sealed. */
  void seal(Value value);

  /** The program that made files: {@code pipeline 'motion', tool: 'fMRIPrep'}. */
  @Each(list = "pipelines", name = "name")
  void pipeline(Fields item);

  /** All of them at once, or why there are none. */
  void pipelines(Value... values);

  /** A model of each participant's time series. */
  @Each(list = "first_level", name = "name")
  void firstLevel(Fields item);
}

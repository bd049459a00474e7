package org.planlock.syntax.groovy.words;

/** What {@code plan('my-study') { … }} may say. */
public interface RegistrationBlock {
  /** What the plan is called; usually said as {@code plan('my-study')}. */
  void id(Value value);

  /** Its title. */
  void title(Value value);

  /** Someone with a part in it: {@code person role: 'analyst', name: 'A. Author'}. */
  @Each(list = "persons")
  void person(Fields item);

  /** All of them at once, or why there are none. */
  void persons(Value... values);

  /** Who has seen how much of a table: {@code knowledge 'caps5', state: 'collected_unseen'}. */
  @Each(list = "knowledge", name = "table")
  void knowledge(Fields item);

  /**
   * Who saw what: {@code ledger 'A. Author', saw: 'caps5', on: '2026-03-02'}; or why nobody did.
   */
  @Each(list = "ledger", name = "person")
  void ledger(Fields item);

  /** Who attests when the plan was locked. */
  void witness(Value value);

  /** Until when and by whom it may be changed. */
  void amend(Value value);

  /** Plans about the same data. */
  void siblings(Value... values);
}

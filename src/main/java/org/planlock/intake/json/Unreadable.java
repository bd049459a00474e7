package org.planlock.intake.json;

import org.planlock.diagnostic.Diagnostic;

/** Carries the finding out of the depth of a value. */
final class Unreadable extends Exception {
  private static final long serialVersionUID = 1;
  final transient Diagnostic finding;

  Unreadable(Diagnostic finding) {
    super(finding.message(), null, false, false);
    this.finding = finding;
  }
}

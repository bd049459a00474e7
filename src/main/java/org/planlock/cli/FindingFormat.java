package org.planlock.cli;

/** For whom findings are printed. */
enum FindingFormat {
  /** People. */
  TEXT,
  /** Programs that know Planlock. */
  JSON,
  /** Editors and code scanners: SARIF 2.1.0. */
  SARIF,
  /** The log of a workflow on GitHub, which shows them beside the lines. */
  GITHUB
}

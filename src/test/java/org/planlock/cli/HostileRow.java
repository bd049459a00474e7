package org.planlock.cli;

import java.util.List;

/**
 * A hostile thing in all three notations.
 *
 * @param number its row in the list of bad inputs
 */
record HostileRow(int number, String what, HostileText yaml, HostileText dsl, HostileText groovy) {
  List<HostileText> texts() {
    return List.of(yaml, dsl, groovy);
  }

  HostileText in(HostileStudy notation) {
    return switch (notation) {
      case YAML -> yaml;
      case DSL -> dsl;
      case GROOVY -> groovy;
    };
  }
}

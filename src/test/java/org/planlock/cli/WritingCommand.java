package org.planlock.cli;

import java.nio.file.Path;
import java.util.List;

/**
 * A command that writes, and the folder in which it is typed.
 *
 * @param before makes the folder
 * @param unfinished a pattern for those of the files that it writes which may be there without the
 *     others, because the same command, given again, completes them
 * @param proof a command that shows afterwards that all is well
 */
record WritingCommand(
    String name, Setting before, List<String> words, String unfinished, List<String> proof) {
  /** Makes a study in a folder. */
  interface Setting {
    void make(Path folder);
  }

  /** An emergency is on record each time that somebody is opened, also if it was for nothing. */
  boolean isRecordedEachTime() {
    return words.contains("--emergency");
  }

  @Override
  public String toString() {
    return "plan " + name;
  }
}

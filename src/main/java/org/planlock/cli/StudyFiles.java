package org.planlock.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.planlock.lock.StudyFolders;
import picocli.CommandLine.Option;

/** Where a study's files lie. */
final class StudyFiles {
  @Option(
      names = "--root",
      paramLabel = "DIR",
      description = "where the masks, atlases and dictionaries of the plan lie")
  private Optional<String> root = Optional.empty();

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "where the tables lie; without either: the plan's folder, and `data` in it")
  private Optional<String> data = Optional.empty();

  /** The folders to search, those that the user named first. */
  StudyFolders folders(Surroundings surroundings, Path planFile) {
    var folders = new ArrayList<Path>();
    root.map(surroundings::file).ifPresent(folders::add);
    data.map(surroundings::file).ifPresent(folders::add);
    return at(planFile, folders);
  }

  /** These folders, then the plan's own and {@code data} in it. */
  static StudyFolders at(Path planFile, List<Path> named) {
    var folders = new ArrayList<>(named);
    var file = planFile.toAbsolutePath();
    folders.add(file.resolveSibling(""));
    folders.add(file.resolveSibling("data"));
    return StudyFolders.at(folders);
  }
}

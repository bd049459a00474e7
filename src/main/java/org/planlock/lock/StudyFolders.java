package org.planlock.lock;

import java.nio.file.Path;
import java.util.List;
import org.planlock.source.Span;

/**
 * The folders in which a study's files may lie, in the order in which they are searched.
 *
 * @param folders at least one
 */
public record StudyFolders(List<StudyFolder> folders) {
  public StudyFolders {
    folders = List.copyOf(folders);
    if (folders.isEmpty()) {
      throw new IllegalArgumentException("no folder");
    }
  }

  /** Folders at these paths. */
  public static StudyFolders at(List<Path> roots) {
    return new StudyFolders(roots.stream().map(StudyFolder::new).toList());
  }

  /** The first folder that has a file at a path, or the first one if none has. */
  public StudyFolder of(String path) {
    return folders.stream()
        .filter(folder -> folder.file(path, Span.none(path)).isSound())
        .findFirst()
        .orElse(folders.get(0));
  }
}

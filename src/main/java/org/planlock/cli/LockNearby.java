package org.planlock.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.planlock.Planlock;

/**
 * Finds the lock that results name by its digest: beside their folder, in the working folder, and
 * in the folders of these two, which is where a study commonly lies.
 *
 * @param run the folder of the results, as typed
 */
record LockNearby(Surroundings surroundings, String run) {
  /** A working folder may be anybody's home; a lock that is farther away is named by its user. */
  private static final int MOST_FOLDERS = 200;

  /**
   * The lock with this digest, as a user would type it.
   *
   * @param digest {@code sha256:} and hexadecimal digits, or an empty text where there is no lock
   */
  Optional<String> of(String digest) {
    return digest.isEmpty()
        ? Optional.empty()
        : Stream.concat(nearest(), nearest().flatMap(this::foldersIn))
            .flatMap(this::locksIn)
            .filter(name -> isOf(digest, name))
            .findFirst();
  }

  private static String join(String folder, String name) {
    return folder.equals(".") ? name : folder + "/" + name;
  }

  private Stream<String> nearest() {
    return Stream.of(run + "/..", ".");
  }

  private Stream<String> foldersIn(String folder) {
    return namesIn(
            folder,
            file -> Files.isDirectory(file) && !file.getFileName().toString().startsWith("."))
        .limit(MOST_FOLDERS)
        .map(name -> join(folder, name));
  }

  private Stream<String> locksIn(String folder) {
    return namesIn(folder, file -> AnyPlan.isLock(file.getFileName().toString()))
        .map(name -> join(folder, name));
  }

  private Stream<String> namesIn(String folder, Predicate<Path> wanted) {
    try (var files = Files.list(surroundings.file(folder))) {
      List<String> names =
          files.filter(wanted).map(Path::getFileName).map(Path::toString).sorted().toList();
      return names.stream();
    } catch (IOException e) {
      return Stream.empty();
    }
  }

  private boolean isOf(String digest, String name) {
    return Planlock.readLock(surroundings.file(name), name)
        .value()
        .filter(lock -> lock.sha256().toString().equals(digest))
        .isPresent();
  }
}

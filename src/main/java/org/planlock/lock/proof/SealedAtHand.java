package org.planlock.lock.proof;

import java.util.Optional;
import java.util.stream.Stream;
import org.planlock.lock.FileFingerprint;
import org.planlock.lock.PlanLock;
import org.planlock.lock.SealedSiblings;
import org.planlock.lock.Sha256;
import org.planlock.lock.StudyFolder;
import org.planlock.lock.StudyFolders;
import org.planlock.lock.seal.SealedTable;
import org.planlock.lock.seal.SealedTableFile;
import org.planlock.source.Span;

/** The sealed files that lie where the tables of a plan would lie. */
record SealedAtHand(StudyFolders folders, PlanLock lock) {
  /** The one of these bytes, if it is here and can be read. */
  Optional<SealedTable> of(Sha256 sha256) {
    return folders.folders().stream()
        .flatMap(folder -> in(folder, sha256))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private Stream<Optional<SealedTable>> in(StudyFolder folder, Sha256 sha256) {
    return lock.statement().tables().stream()
        .flatMap(table -> SealedSiblings.of(folder, table.path()).stream())
        .distinct()
        .filter(
            path ->
                FileFingerprint.of(folder, path, Span.none(path))
                    .value()
                    .filter(print -> print.sha256().equals(sha256))
                    .isPresent())
        .map(path -> folder.file(path, Span.none(path)).then(SealedTableFile::read).value());
  }
}

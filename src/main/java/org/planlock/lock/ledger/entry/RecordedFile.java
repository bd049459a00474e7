package org.planlock.lock.ledger.entry;

import java.util.List;
import org.planlock.lock.Json;
import org.planlock.lock.Sha256;

/**
 * A file as an entry records it.
 *
 * @param path as the plan or the command named it
 * @param sha256 of its bytes
 * @param bytes their number
 */
public record RecordedFile(String path, Sha256 sha256, long bytes) {
  static RecordedFile read(BodyFields fields) {
    return new RecordedFile(fields.text("path"), fields.sha256("sha256"), fields.whole("bytes"));
  }

  Json json() {
    return new BodyJson().with("path", path).with("sha256", sha256).with("bytes", bytes).fields();
  }

  static Json json(List<RecordedFile> files) {
    return new Json.Items(files.stream().map(RecordedFile::json).toList());
  }
}

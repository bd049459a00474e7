package org.planlock.plan.contract;

import java.util.List;
import org.planlock.plan.value.Declared;

/** What the data must look like, fixed before they are seen: fields B1, B3, C6, D2, D3, K3, K6. */
public record DataContract(
    Declared<List<TableContract>> tables,
    Declared<List<FilesContract>> files,
    Declared<TextFormat> text,
    Declared<List<SessionRule>> sessions,
    Declared<List<ColumnContract>> columns,
    Declared<Seal> seal,
    Declared<List<Pipeline>> pipelines,
    Declared<List<FirstLevel>> firstLevel) {

  /** How and when data files are sealed. */
  public record Seal(Hash files, SealPoint at) {}

  /** A digest algorithm. */
  public enum Hash {
    SHA256
  }

  /** When data are sealed. */
  public enum SealPoint {
    DATA_SEAL,
    LOCK
  }
}

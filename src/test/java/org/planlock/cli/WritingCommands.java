package org.planlock.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.planlock.lock.time.TimeAuthority;

/** Every command that writes, typed where it has something to write. */
final class WritingCommands {
  private static final String VERIFY = "verify study/small.lock --signer signers";
  private static final String LEDGER = "study/\\.planlock/.*";

  private WritingCommands() {}

  static Stream<WritingCommand> all() {
    return Stream.of(
        of("new", WritingCommands::study, "new study/other.plan", "", "check study/other.plan"),
        of(
            "import",
            WritingCommands::written,
            "import study/answers.json --out study/other.plan",
            "",
            "check study/other.plan"),
        of("lock", WritingCommands::study, "lock study/small.plan", LEDGER + "|config/.*", VERIFY),
        of(
            "lock --sign",
            WritingCommands::study,
            "lock study/small.plan --sign pharmacy/sign.key",
            LEDGER + "|config/.*",
            VERIFY),
        of(
            "lock --private",
            WritingCommands::study,
            "lock study/small.plan --private",
            LEDGER + "|config/.*|.*\\.commitment",
            VERIFY),
        of(
            "amend",
            WritingCommands::changed,
            "amend study/small.plan --reason later --timing before_data",
            LEDGER,
            VERIFY),
        of(
            "sign",
            WritingCommands::locked,
            "sign study/small.lock --key pharmacy/sign.key",
            "",
            VERIFY),
        of(
            "timestamp --tsq-out",
            WritingCommands::locked,
            "timestamp study/small.lock --tsq-out q.tsq",
            "",
            VERIFY),
        of(
            "timestamp --import",
            WritingCommands::answered,
            "timestamp study/small.lock --import r.tsr --query q.tsq",
            "",
            VERIFY),
        of(
            "checkpoint",
            WritingCommands::locked,
            "checkpoint study/small.lock --sign pharmacy/sign.key --out kept",
            "",
            VERIFY + " --checkpoint kept"),
        of(
            "export-evidence",
            WritingCommands::locked,
            "export-evidence study/small.lock --out evidence",
            "",
            VERIFY),
        of(
            "seal",
            WritingCommands::locked,
            "seal pharmacy/wide.csv --ids rid --columns before,after --out study/data/wide.sealed"
                + " --key pharmacy/wide.key",
            "",
            VERIFY),
        of(
            "release",
            WritingCommands::sealed,
            RELEASE + " --out release",
            LEDGER + "|pharmacy/wide.key.released",
            VERIFY + " --release release"),
        of(
            "release --emergency",
            WritingCommands::sealed,
            RELEASE + " --out p07 --emergency --participant p07 --reason anaphylaxis",
            LEDGER,
            VERIFY),
        of(
            "blind",
            WritingCommands::sealed,
            "blind study/small.lock --sealed study/data/wide.sealed --key pharmacy/wide.key"
                + " --out study/data/wide.blind",
            "",
            VERIFY),
        of(
            "reveal",
            WritingCommands::concealed,
            "reveal study/small.lock --field plan.title --out title.field",
            "",
            VERIFY),
        of(
            "execute",
            WritingCommands::open,
            "execute study/small.lock --data study/data --out run --threads 1",
            LEDGER,
            VERIFY + " --result run/results.json"),
        of(
            "execute --release",
            WritingCommands::released,
            "execute study/small.lock --data study/data --out run --threads 1 --release release"
                + " --signer signers",
            LEDGER,
            VERIFY + " --release release --result run/results.json"),
        of("key", WritingCommands::study, "key new mine --no-passphrase", "", "key show mine"));
  }

  private static final String RELEASE =
      "release study/small.lock --sealed study/data/wide.sealed --key pharmacy/wide.key"
          + " --sign pharmacy/sign.key";

  private static WritingCommand of(
      String name, WritingCommand.Setting before, String line, String unfinished, String proof) {
    return new WritingCommand(name, before, words(line), unfinished, words(proof));
  }

  private static List<String> words(String line) {
    return List.of(line.split(" "));
  }

  /** The desk at which all of them are typed. */
  static Desk desk(Path folder) {
    return new Desk(folder)
        .where("PLANLOCK_CONFIG", "config")
        .where("USER", "ana")
        .at("2026-12-02T12:00:00Z");
  }

  /** Writes one entry more. */
  static void writeLedger(Path folder) {
    typed(folder, "new study/one-more.plan");
    typed(folder, "lock study/one-more.plan");
  }

  private static void study(Path folder) {
    new Custodian(folder);
  }

  private static void written(Path folder) {
    study(folder);
    desk(folder).with("study/answers.json", "{\"specs\": {\"title\": {\"text\": [\"T\"]}}}");
  }

  private static void locked(Path folder) {
    study(folder);
    typed(folder, "lock study/small.plan");
  }

  private static void changed(Path folder) {
    locked(folder);
    var plan = Custodian.PLAN.replace("terms + dose", "terms + dose, before");
    desk(folder).with("study/small.plan", plan);
  }

  private static void concealed(Path folder) {
    study(folder);
    typed(folder, "lock study/small.plan --private");
  }

  private static void answered(Path folder) {
    locked(folder);
    var clock = InstantSource.fixed(Instant.parse("2026-12-02T12:00:00Z"));
    var authority = TimeAuthority.open(folder.resolve("tsa.key"), "Somebody", clock).orThrow();
    typed(folder, "timestamp study/small.lock --tsq-out q.tsq");
    var desk = desk(folder);
    desk.with("r.tsr", authority.answer(desk.bytes("q.tsq")));
  }

  private static void sealed(Path folder) {
    locked(folder);
    typed(
        folder,
        "seal pharmacy/wide.csv --ids rid --columns before,after --out study/data/wide.sealed"
            + " --key pharmacy/wide.key");
  }

  private static void released(Path folder) {
    sealed(folder);
    typed(folder, RELEASE + " --out release");
  }

  private static void open(Path folder) {
    locked(folder);
    desk(folder).with("study/data/wide.csv", Custodian.TABLE);
  }

  private static void typed(Path folder, String line) {
    var desk = desk(folder);
    if (desk.type(line.split(" ")) != 0) {
      throw new IllegalStateException(line + ": " + desk.err() + desk.out());
    }
  }
}

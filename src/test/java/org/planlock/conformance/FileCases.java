package org.planlock.conformance;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.planlock.cli.Desk;
import org.planlock.lock.LockForgery;

/** Files that a lock fixes: a data dictionary in gzip, and a table that was complete. */
final class FileCases {
  private static final String DICTIONARY = "dictionary.json.gz";
  private static final String TABLE = "wide.csv";
  private static final byte[] WORDS =
      "{\"age\":{\"Units\":\"years\"},\"dose\":{\"Units\":\"mg\"}}\n"
          .repeat(20)
          .getBytes(StandardCharsets.UTF_8);

  private FileCases() {}

  static void into(CaseCollection all) {
    good(all);
    changed(all);
    absent(all);
    outside(all);
  }

  private static CaseStudy sealed(CaseStudy study) {
    return study
        .with(
            CaseStudy.PLAN,
            Desk.SMALL.replace(
                "separator comma }",
                "separator comma  complete yes  dictionary \"" + DICTIONARY + "\" }"))
        .with(DICTIONARY, packed(Deflater.BEST_COMPRESSION))
        .with(TABLE, "rid,before,after,age,dose\n1,4,2,33,5\n2,6,5,41,5\n")
        .typed("lock", CaseStudy.PLAN);
  }

  /** A fixed gzip file; the JDK's header holds no time. */
  private static byte[] packed(int level) {
    var bytes = new ByteArrayOutputStream();
    try (var stream =
        new GZIPOutputStream(bytes) {
          {
            def.setLevel(level);
          }
        }) {
      stream.write(WORDS);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static void good(CaseCollection all) {
    all.ok("files_all_here", "L351", "every file that the lock fixes", FileCases::sealed);
    all.ok(
        "files_table_elsewhere",
        "L311 L351",
        "the participants' data are not given to the verifier",
        study -> sealed(study).without(TABLE));
    all.ok(
        "files_in_the_data_folder",
        "L351",
        "the files lie in `data`, where the plan may have them too",
        study ->
            sealed(study)
                .with("data/" + TABLE, study.bytes(TABLE))
                .with("data/" + DICTIONARY, study.bytes(DICTIONARY))
                .without(TABLE, DICTIONARY));
  }

  private static void changed(CaseCollection all) {
    all.fail(
        "files_dictionary_changed",
        1,
        "L307 L351",
        "one word of the data dictionary is another one",
        study -> sealed(study).with(DICTIONARY, "{\"age\":{\"Units\":\"months\"}}\n"));
    all.fail(
        "files_dictionary_packed_again",
        1,
        "L308 L351",
        "the same content, compressed anew",
        study -> sealed(study).with(DICTIONARY, packed(Deflater.NO_COMPRESSION)));
    all.fail(
        "files_dictionary_cut",
        1,
        "L307 L351",
        "the gzip file ends in the middle",
        study ->
            sealed(study)
                .with(
                    DICTIONARY,
                    Arrays.copyOf(study.bytes(DICTIONARY), study.bytes(DICTIONARY).length / 2)));
    all.fail(
        "files_table_changed",
        1,
        "L310 L351",
        "one digit of a table that was complete when it was locked",
        study -> sealed(study).with(TABLE, study.text(TABLE).replace("6,5,41", "6,4,41")));
    all.fail(
        "files_table_emptied",
        1,
        "L310 L351",
        "a table without a byte",
        study -> sealed(study).with(TABLE, ""));
  }

  private static void absent(CaseCollection all) {
    all.fail(
        "files_dictionary_missing",
        5,
        "L309 L351",
        "a file that the plan fixes was not given to the verifier",
        study -> sealed(study).without(DICTIONARY));
    all.fail(
        "files_table_asked_for_and_missing",
        4,
        "L311 L351",
        "the verifier asks for the data, which are elsewhere",
        study -> sealed(study).without(TABLE).verifiedWith("--require-files"));
    all.fail(
        "files_dictionary_is_a_folder",
        3,
        "D464 L351",
        "a folder of the dictionary's name",
        study -> sealed(study).without(DICTIONARY).with(DICTIONARY + "/x", "x"));
    all.fail(
        "files_dictionary_in_capitals",
        3,
        "D466 L351",
        "a file whose name differs in capital letters",
        study -> {
          var bytes = sealed(study).bytes(DICTIONARY);
          study.without(DICTIONARY).with("Dictionary.json.gz", bytes);
        });
  }

  private static void outside(CaseCollection all) {
    outside(all, "above", "../../../outside.json", "a path that leads out of the study's folder");
    outside(all, "at_the_root", "/etc/hostname", "a path from the root of the disk");
    outside(all, "of_windows", "C:\\\\boot.ini", "a path on a drive of Windows");
    outside(all, "of_a_device", "aux.json", "the name of a device on Windows");
  }

  private static void outside(CaseCollection all, String where, String path, String about) {
    all.fail(
        "files_path_" + where,
        3,
        "D460",
        "a forged lock names " + about,
        study -> {
          sealed(study).without(".planlock");
          study.with(
              CaseStudy.LOCK,
              LockForgery.resealed(study.lock(), text -> text.replace(DICTIONARY, path)));
          // the plan beside it would only say that it is another one
          study.without(CaseStudy.PLAN);
        });
  }
}

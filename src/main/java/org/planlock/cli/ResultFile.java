package org.planlock.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.planlock.diagnostic.Checked;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.lock.BoundedFile;
import org.planlock.lock.FileFingerprint;
import org.planlock.lock.LockedTable;
import org.planlock.lock.Sha256;
import org.planlock.lock.merkle.TreeHead;
import org.planlock.lock.proof.Shown;
import org.planlock.source.Span;

/**
 * A results file as far as it tells what it hangs on.
 *
 * @param open the files that it read in clear, as the plan writes them
 */
record ResultFile(Shown.ShownResult shown, List<LockedTable> open) {
  private static final int MOST_BYTES = 256 << 20;
  private static final Pattern DIGEST = Pattern.compile("(sha256:)?[0-9a-f]{64}");

  ResultFile {
    open = List.copyOf(open);
  }

  static Checked<ResultFile> read(Path path, String name) {
    return BoundedFile.read(path, name, MOST_BYTES).then(bytes -> parse(bytes, name));
  }

  private static Checked<ResultFile> parse(byte[] bytes, String name) {
    try {
      var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      var json = JsonParser.parseString(text);
      return json.isJsonObject()
          ? of(json.getAsJsonObject(), Sha256.of(bytes), name)
          : unreadable(name);
    } catch (CharacterCodingException
        | JsonParseException
        | IllegalStateException
        | UnsupportedOperationException
        | NumberFormatException
        | StackOverflowError e) {
      return unreadable(name);
    }
  }

  private static Checked<ResultFile> of(JsonObject json, Sha256 sha256, String name) {
    if (!text(json, "format").orElse("").startsWith("planlock-results/")) {
      return unreadable(name);
    }
    var evidence = object(json, "evidence");
    var data = new ArrayList<Sha256>();
    var open = new ArrayList<LockedTable>();
    for (var element : array(evidence, "data")) {
      var file = element.getAsJsonObject();
      var digest = text(file, "sha256").flatMap(ResultFile::digest);
      digest.ifPresent(data::add);
      boolean isSealed = file.has("sealed") && file.get("sealed").getAsBoolean();
      if (!isSealed && digest.isPresent()) {
        var print =
            new FileFingerprint(digest.get(), file.get("bytes").getAsLong(), Optional.empty());
        open.add(new LockedTable(text(file, "path").orElse(""), Optional.of(print)));
      }
    }
    return Checked.of(
        new ResultFile(
            new Shown.ShownResult(
                name,
                sha256,
                text(json, "lock").flatMap(ResultFile::digest),
                digests(array(evidence, "releases")),
                data,
                head(object(evidence, "ledger")),
                text(json, "unblindedAlready"),
                text(json, "blind")),
            open));
  }

  private static Optional<TreeHead> head(JsonObject json) {
    return json.has("size")
        ? text(json, "root")
            .flatMap(ResultFile::digest)
            .map(root -> new TreeHead(json.get("size").getAsLong(), root))
        : Optional.empty();
  }

  private static List<Sha256> digests(JsonArray array) {
    var all = new ArrayList<Sha256>();
    array.forEach(one -> digest(one.getAsString()).ifPresent(all::add));
    return all;
  }

  private static Optional<Sha256> digest(String text) {
    return DIGEST.matcher(text).matches()
        ? Optional.of(new Sha256(text.substring(text.length() - 64)))
        : Optional.empty();
  }

  private static Optional<String> text(JsonObject json, String name) {
    return member(json, name).map(JsonElement::getAsString);
  }

  private static JsonObject object(JsonObject json, String name) {
    return member(json, name).map(JsonElement::getAsJsonObject).orElseGet(JsonObject::new);
  }

  private static JsonArray array(JsonObject json, String name) {
    return member(json, name).map(JsonElement::getAsJsonArray).orElseGet(JsonArray::new);
  }

  private static Optional<JsonElement> member(JsonObject json, String name) {
    return Optional.ofNullable(json.get(name)).filter(value -> !value.isJsonNull());
  }

  private static Checked<ResultFile> unreadable(String name) {
    return Checked.failed(
        Diagnostic.at(
                Span.none(name),
                Rule.RESULT_UNREADABLE,
                "`" + name + "` is not the results.json of an execution, or is damaged")
            .help("name the `results.json` in the folder that `plan execute` wrote"));
  }
}

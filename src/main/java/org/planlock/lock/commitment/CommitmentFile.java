package org.planlock.lock.commitment;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.planlock.diagnostic.Checked;
import org.planlock.lock.Json;
import org.planlock.lock.JsonMember;
import org.planlock.lock.merkle.TreeHead;

/**
 * The commitment on disk, {@code <plan id>.commitment}, for everybody to see.
 *
 * <p>{@code commitmentSha256} is there to find damage, and for other tools to stamp; whoever
 * changes the rest can change it too.
 */
public final class CommitmentFile {
  /** The value of {@code format}. */
  public static final String FORMAT = "planlock-commitment/1";

  /** The end of the name of every commitment file. */
  public static final String SUFFIX = ".commitment";

  private static final OneLineFile KIND =
      new OneLineFile("a commitment", "planlock-commitment/", 1);
  private static final int MOST_EVIDENCE = 64;

  private CommitmentFile() {}

  /** The bytes of the file. */
  public static byte[] bytes(Commitment commitment) {
    return KIND.bytes(json(commitment));
  }

  /** The commitment in a file. */
  public static Checked<Commitment> read(Path path) {
    return KIND.read(path, CommitmentFile::commitment, CommitmentFile::json);
  }

  /** The commitment in the bytes of a file, under the name that messages show. */
  public static Checked<Commitment> parse(byte[] bytes, String name) {
    return KIND.parse(bytes, name, CommitmentFile::commitment, CommitmentFile::json);
  }

  private static Json json(Commitment commitment) {
    var members = new TreeMap<>(commitment.committed().members());
    members.put("commitmentSha256", new Json.Text(commitment.sha256().hex()));
    members.put("time", new Json.Items(List.copyOf(commitment.time())));
    return new Json.Fields(members);
  }

  private static Optional<Commitment> commitment(JsonMember file) {
    var statement = file.get("statementSha256").sha256();
    var head = head(file.get("fields"));
    var time = file.get("time").each(CommitmentFile::evidence);
    return statement.flatMap(
        s ->
            head.flatMap(
                h ->
                    time.filter(t -> t.size() <= MOST_EVIDENCE).map(t -> new Commitment(s, h, t))));
  }

  private static Optional<TreeHead> head(JsonMember fields) {
    return fields
        .get("size")
        .whole()
        .flatMap(size -> fields.get("root").sha256().map(root -> new TreeHead(size, root)));
  }

  /** Evidence is text by text; what the texts mean is for those to say who judge it. */
  private static Optional<Json.Fields> evidence(JsonMember item) {
    return item.fields()
        .filter(fields -> fields.members().values().stream().allMatch(Json.Text.class::isInstance));
  }
}

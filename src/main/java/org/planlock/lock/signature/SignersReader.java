package org.planlock.lock.signature;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.planlock.diagnostic.Checked;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.source.SourceFile;
import org.planlock.source.Span;
import org.planlock.syntax.Findings;
import org.planlock.syntax.ForbiddenCharacters;

/** Reads a list of signers and reports every line that cannot be one. */
final class SignersReader {
  private final SourceFile source;
  private final Findings found = new Findings();
  private final Map<VerifyingKey, Signer> signers = new LinkedHashMap<>();

  SignersReader(SourceFile source) {
    this.source = source;
  }

  Checked<AllowedSigners> read() {
    ForbiddenCharacters.report(source, found);
    int start = 0;
    for (var line : source.lines()) {
      read(line, start);
      start += line.codePointCount(0, line.length()) + 1;
    }
    return found.unlessErrors(new AllowedSigners(List.copyOf(signers.values())));
  }

  private void read(String line, int start) {
    var words = SignerLine.words(source, line, start);
    if (words.isEmpty() || words.get(0).text().startsWith("#")) {
      return;
    }
    var signer = new SignerLine(words).read();
    signer.diagnostics().forEach(found::add);
    signer.value().ifPresent(known -> add(known, words.get(0).to(words.get(words.size() - 1))));
  }

  private void add(Signer signer, Span place) {
    var earlier = signers.putIfAbsent(signer.key(), signer);
    if (earlier != null) {
      found.add(
          Diagnostic.at(
                  place,
                  Rule.SIGNERS_UNREADABLE,
                  "the key of `" + signer.name() + "` is also that of `" + earlier.name() + "`")
              .note("a key says who signed only if it belongs to one person")
              .help("keep one of the two lines"));
    }
  }
}

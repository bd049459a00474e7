package org.planlock.editor;

import java.util.List;
import java.util.Set;
import org.planlock.source.SourceFile;

/**
 * A notation of statements and blocks: a section begins with each statement in the first column.
 */
abstract class BlockGrain implements Grain {
  private final Set<String> statements;
  private final OpenBrackets.Style style;

  BlockGrain(Set<String> statements, OpenBrackets.Style style) {
    this.statements = statements;
    this.style = style;
  }

  @Override
  public final OpenBrackets.Style style() {
    return style;
  }

  @Override
  public final List<Section> sections(SourceFile source) {
    return Section.all(source, line -> statements.contains(Section.firstWord(line)));
  }

  @Override
  public final List<Section> near(SourceFile source, Section section, int offset) {
    return BlockLines.near(source, section, offset, style);
  }
}

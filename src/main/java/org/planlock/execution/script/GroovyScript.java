package org.planlock.execution.script;

import groovy.lang.Binding;
import groovy.lang.GroovyClassLoader;
import groovy.lang.GroovyCodeSource;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.codehaus.groovy.control.CompilationFailedException;
import org.codehaus.groovy.control.CompilerConfiguration;
import org.codehaus.groovy.control.MultipleCompilationErrorsException;
import org.codehaus.groovy.runtime.InvokerHelper;
import org.planlock.diagnostic.Checked;
import org.planlock.lock.Sha256;
import org.planlock.source.SourceFile;

/** An analysis in Groovy. It is code, with all the rights of whoever starts it. */
public final class GroovyScript implements Script {
  private final SourceFile source;
  private final Sha256 digest;
  private final long bytes;
  private final Class<?> compiled;
  private final PrintWriter out;

  private GroovyScript(SourceFile source, byte[] bytes, Class<?> compiled, PrintWriter out) {
    this.source = source;
    this.digest = Sha256.of(bytes);
    this.bytes = bytes.length;
    this.compiled = compiled;
    this.out = out;
  }

  /**
   * Compiles a script, or tells every mistake that the compiler finds.
   *
   * @param bytes of the file, UTF-8
   * @param out where what it prints goes
   */
  public static Checked<GroovyScript> compile(SourceFile source, byte[] bytes, PrintWriter out) {
    var places = new ScriptPlaces(Optional.of(source));
    try {
      return Checked.of(new GroovyScript(source, bytes, compiled(source), out));
    } catch (MultipleCompilationErrorsException wrong) {
      return Checked.failed(new ScriptFailures(places, List.of()).of(wrong));
    } catch (CompilationFailedException | LinkageError | StackOverflowError wrong) {
      return Checked.failed(new ScriptFailures(places, List.of()).unreadable());
    }
  }

  private static Class<?> compiled(SourceFile source) {
    var configuration = new CompilerConfiguration();
    configuration.setScriptBaseClass(AnalysisScript.class.getName());
    configuration.setSourceEncoding(StandardCharsets.UTF_8.name());
    // nothing is fetched from anywhere for a script
    configuration.setDisabledGlobalASTTransformations(
        Set.of("groovy.grape.GrabAnnotationTransformation"));
    var loader = new GroovyClassLoader(GroovyScript.class.getClassLoader(), configuration);
    return loader.parseClass(
        new GroovyCodeSource(source.text(), ScriptPlaces.fileName(source), "/planlock/script"),
        false);
  }

  @Override
  public void carryOut(TracedAnalysis analysis) {
    var binding = new Binding();
    binding.setVariable(AnalysisScript.AT_WORK, analysis);
    binding.setVariable("out", out);
    try {
      InvokerHelper.createScript(compiled, binding).run();
    } catch (StoppedException stopped) {
      throw stopped;
    } catch (Exception | AssertionError | LinkageError | StackOverflowError wrong) {
      throw failures(analysis).stopped(wrong);
    } finally {
      out.flush();
    }
  }

  private static ScriptFailures failures(TracedAnalysis analysis) {
    return new ScriptFailures(analysis.places(), analysis.columnsIfRead());
  }

  @Override
  public Optional<SourceFile> source() {
    return Optional.of(source);
  }

  @Override
  public Optional<Sha256> digest() {
    return Optional.of(digest);
  }

  @Override
  public long bytes() {
    return bytes;
  }
}

package org.planlock.diagnostic;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A value and what was found wrong on the way to it; either may be missing, but a missing value has
 * an error that explains it.
 */
public record Checked<T>(Optional<T> value, List<Diagnostic> diagnostics) {
  public Checked {
    diagnostics = List.copyOf(diagnostics);
    if (value.isEmpty() && !hasErrors(diagnostics)) {
      throw new IllegalArgumentException("a missing value needs an error to explain it");
    }
  }

  /** A sound value. */
  public static <T> Checked<T> of(T value) {
    return new Checked<>(Optional.of(value), List.of());
  }

  /** A value with findings, which may be errors. */
  public static <T> Checked<T> of(T value, List<Diagnostic> diagnostics) {
    return new Checked<>(Optional.of(value), diagnostics);
  }

  /** No value, because of these findings. */
  public static <T> Checked<T> failed(List<Diagnostic> diagnostics) {
    return new Checked<>(Optional.empty(), diagnostics);
  }

  /** No value, because of this finding. */
  public static <T> Checked<T> failed(Diagnostic diagnostic) {
    return failed(List.of(diagnostic));
  }

  /** Goes on to the next stage, if this one found no error; keeps what was found so far. */
  public <R> Checked<R> then(Function<? super T, Checked<R>> stage) {
    if (value.isEmpty() || !isSound()) {
      return new Checked<>(Optional.empty(), diagnostics);
    }
    return stage.apply(value.get()).after(diagnostics);
  }

  /** The same value seen otherwise. */
  public <R> Checked<R> map(Function<? super T, ? extends R> view) {
    return new Checked<>(value.map(view), diagnostics);
  }

  /** The same with earlier findings in front. */
  public Checked<T> after(List<Diagnostic> earlier) {
    var all = new ArrayList<>(earlier);
    all.addAll(diagnostics);
    return new Checked<>(value, all);
  }

  /** The same with each finding once: what several places take over is wrong in one. */
  public Checked<T> once() {
    return new Checked<>(value, diagnostics.stream().distinct().toList());
  }

  /** Whether there is a value and no error. */
  public boolean isSound() {
    return value.isPresent() && !hasErrors(diagnostics);
  }

  /** The value of a sound result. */
  public T orThrow() {
    if (!isSound()) {
      throw new IllegalStateException("not sound: " + diagnostics);
    }
    return value.orElseThrow();
  }

  private static boolean hasErrors(List<Diagnostic> diagnostics) {
    return diagnostics.stream().anyMatch(Diagnostic::isError);
  }
}

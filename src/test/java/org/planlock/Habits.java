package org.planlock;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Calls that make an answer depend on the machine, the moment or the terminal. A signature is the
 * owner, a dot, the name and the simple names of the parameter types; a pattern without parentheses
 * fits every overload, and a trailing star every name that begins so.
 */
final class Habits {
  static final DescribedPredicate<JavaAccess<?>> PRINTS_OR_EXITS =
      anyOf(
          "prints or ends the process",
          "java.lang.System.out",
          "java.lang.System.err",
          "java.lang.System.exit",
          "java.lang.System.console",
          "java.lang.Runtime.exit",
          "java.lang.Runtime.halt",
          "*.printStackTrace()");

  static final DescribedPredicate<JavaAccess<?>> READS_A_CLOCK =
      anyOf(
          "reads a clock",
          "java.time.*.now()",
          "java.time.*.now(ZoneId)",
          "java.time.Clock.system*",
          "java.time.Clock.tick*",
          "java.time.InstantSource.system*",
          "java.lang.System.currentTimeMillis",
          "java.lang.System.nanoTime",
          "java.util.Date.<init>()",
          "java.util.Calendar.getInstance",
          "java.util.GregorianCalendar.<init>()");

  static final DescribedPredicate<JavaAccess<?>> LEANS_ON_LOCALE_CHARSET_OR_ZONE =
      anyOf(
          "uses the machine's language, charset or time zone",
          "java.util.Locale.getDefault",
          "java.nio.charset.Charset.defaultCharset",
          "java.time.ZoneId.systemDefault",
          "java.util.TimeZone.getDefault",
          "java.lang.String.toLowerCase()",
          "java.lang.String.toUpperCase()",
          "java.lang.String.format(String,Object[])",
          "java.lang.String.formatted",
          "java.lang.String.getBytes()",
          "java.lang.String.<init>(byte[])",
          "java.io.PrintStream.printf(String,Object[])",
          "java.io.PrintWriter.printf(String,Object[])",
          "java.io.FileReader.<init>(String)",
          "java.io.FileReader.<init>(File)",
          "java.io.FileWriter.<init>(String)",
          "java.io.FileWriter.<init>(File)",
          "java.io.InputStreamReader.<init>(InputStream)",
          "java.io.OutputStreamWriter.<init>(OutputStream)",
          "java.io.PrintWriter.<init>(OutputStream)",
          "java.io.PrintWriter.<init>(File)",
          "java.io.PrintWriter.<init>(String)",
          "java.io.ByteArrayOutputStream.toString()",
          "java.util.Scanner.<init>(InputStream)",
          "java.util.Scanner.<init>(Path)",
          "java.util.Formatter.<init>()",
          "java.text.DecimalFormat.<init>(String)",
          "java.text.DecimalFormat.<init>()",
          "java.text.NumberFormat.getInstance()",
          "java.text.NumberFormat.getNumberInstance()",
          "java.text.NumberFormat.getPercentInstance()",
          "java.text.SimpleDateFormat.<init>(String)",
          "java.text.Collator.getInstance()",
          "java.time.format.DateTimeFormatter.ofPattern(String)");

  static final DescribedPredicate<JavaAccess<?>> DRAWS_WITHOUT_A_SEED =
      anyOf(
          "draws random numbers without a seed",
          "java.util.Random.<init>()",
          "java.util.SplittableRandom.<init>()",
          "java.util.concurrent.ThreadLocalRandom.current",
          "java.util.random.RandomGenerator.of",
          "java.util.random.RandomGenerator.getDefault",
          "java.util.random.RandomGeneratorFactory.create()",
          "java.util.UUID.randomUUID",
          "java.util.Collections.shuffle(List)",
          "java.lang.Math.random",
          "java.lang.StrictMath.random");

  private Habits() {}

  private static DescribedPredicate<JavaAccess<?>> anyOf(String description, String... patterns) {
    var fits = Set.of(patterns).stream().map(Habits::pattern).collect(Collectors.toSet());
    return DescribedPredicate.describe(
        description,
        access -> {
          var signature = signature(access.getTarget());
          return fits.stream().anyMatch(pattern -> pattern.test(signature));
        });
  }

  private static Predicate<String> pattern(String text) {
    var quoted = "\\Q" + text.replace("*", "\\E[^(]*\\Q") + "\\E";
    return Pattern.compile(text.contains("(") ? quoted : quoted + "(\\(.*\\))?").asMatchPredicate();
  }

  private static String signature(AccessTarget target) {
    var name = target.getOwner().getName() + "." + target.getName();
    return target instanceof CodeUnitAccessTarget unit
        ? name
            + unit.getRawParameterTypes().stream()
                .map(type -> type.getSimpleName())
                .collect(Collectors.joining(",", "(", ")"))
        : name;
  }
}

package org.planlock;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/** Who may import whom, which room owns which library, and that every room says what it is for. */
@AnalyzeClasses(packages = "org.planlock", importOptions = HouseTest.WithoutTests.class)
final class HouseTest {
  private static final String GENERATED = "org.planlock.syntax.dsl.grammar";

  /** Raised as the house fills, so that no rule can pass because it looked at nothing. */
  private static final int CLASSES_AT_LEAST = 700;

  @ArchTest
  static final ArchRule roomsImportOnlyWhatTheTableAllows =
      classes()
          .should(new ImportOnlyAllowedRooms())
          .because(
              "text flows to plan, lock, data, execution, trace, deviations and report, and a"
                  + " finding must rest on evidence, not on the program that made it");

  @ArchTest
  static final ArchRule nobodyImportsTheCommandLine =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.planlock.cli..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.planlock.cli..")
          .because("everything that the commands do must be usable without a terminal");

  @ArchTest
  static final ArchRule packagesHaveNoCycles =
      slices()
          .matching("org.planlock.(**)")
          .should()
          .beFreeOfCycles()
          .because("a package that needs its user cannot be read, tested or replaced alone");

  @ArchTest
  static final ArchRule onlyTheDslKnowsAntlr = confined("org.planlock.syntax.dsl..", "org.antlr..");

  @ArchTest
  static final ArchRule onlyTheYamlReaderKnowsSnakeYaml =
      confined("org.planlock.syntax.yaml..", "org.yaml..");

  @ArchTest
  static final ArchRule onlyStatsKnowsCommonsMath =
      confined("org.planlock.stats..", "org.apache.commons.math3..");

  @ArchTest
  static final ArchRule onlyDataAndTheSealKnowTheCsvLibrary =
      noClasses()
          .that()
          .resideOutsideOfPackages("org.planlock.data..", "org.planlock.lock.seal..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("de.siegmar.fastcsv..")
          .because("a sealed table is split into columns before any plan says what they mean");

  @ArchTest
  static final ArchRule onlyTimeStampsKnowBouncyCastle =
      confined("org.planlock.lock.time..", "org.bouncycastle..");

  @ArchTest
  static final ArchRule onlyTheEditorKnowsTheLanguageServerProtocol =
      confined("org.planlock.editor..", "org.eclipse.lsp4j..");

  @ArchTest
  static final ArchRule onlyTheCommandLineKnowsPicocli =
      confined("org.planlock.cli..", "picocli..");

  @ArchTest
  static final ArchRule groovyIsParsedInOnePlaceAndRunInAnother =
      noClasses()
          .that(
              describe(
                  "are neither the Groovy reader nor the script API",
                  outside("org.planlock.syntax.groovy..", "org.planlock.execution.script..")))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("groovy..", "org.codehaus.groovy..", "org.apache.groovy..")
          .because("plans are read as syntax trees, and only a script that its owner names is run");

  @ArchTest
  static final ArchRule onlyTheCommandLinePrintsOrExits =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.planlock.cli..")
          .should()
          .accessTargetWhere(Habits.PRINTS_OR_EXITS)
          .because(
              "problems are values; what a reader sees and how a process ends is one decision");

  @ArchTest
  static final ArchRule onlyTheCommandLineReadsAClock =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.planlock.cli..")
          .should()
          .accessTargetWhere(Habits.READS_A_CLOCK)
          .because("the same lock, data and version give the same bytes; pass an InstantSource");

  @ArchTest
  static final ArchRule onlyTheCommandLineAsksTheMachineForItsLanguage =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.planlock.cli..")
          .should()
          .accessTargetWhere(Habits.LEANS_ON_LOCALE_CHARSET_OR_ZONE)
          .because("a decimal comma or another code page must not change a plan; name ROOT, UTF-8");

  @ArchTest
  static final ArchRule randomnessIsSeeded =
      noClasses()
          .should()
          .accessTargetWhere(Habits.DRAWS_WITHOUT_A_SEED)
          .because("whoever repeats an execution must get its numbers");

  @ArchTest
  static final ArchRule secretsAreDrawnOnlyInLock =
      confined("org.planlock.lock..", "java.security.SecureRandom");

  @ArchTest
  static final ArchRule namesSayWhatAThingIs =
      noClasses()
          .should()
          .haveNameMatching(".*(Utils?|Helpers?|Manager|Impl|Misc|Common)(\\$.*)?")
          .orShould()
          .haveNameMatching(".*[.$](Abstract|Base)[A-Z].*")
          .because("a name that fits anything tells the reader nothing");

  @ArchTest
  static void everyPackageIsNullMarkedAndSaysWhatItIsFor(JavaClasses house) {
    assertThat(packagesOf(house).filter(room -> !isNullMarked(room)).map(JavaPackage::getName))
        .as("packages without a package-info.java that carries @NullMarked")
        .isEmpty();
  }

  @ArchTest
  static void theRulesLookAtTheWholeHouse(JavaClasses house) {
    assertThat(house.size()).isGreaterThanOrEqualTo(CLASSES_AT_LEAST);
  }

  private static ArchRule confined(String room, String library) {
    return noClasses()
        .that()
        .resideOutsideOfPackage(room)
        .should()
        .dependOnClassesThat(
            library.endsWith("..")
                ? resideInAPackage(library)
                : describe(library, type -> type.getName().equals(library)))
        .because("a library that one room owns can be replaced, and cannot shape the others");
  }

  private static Predicate<JavaClass> outside(String... packages) {
    return resideInAnyPackage(packages).negate();
  }

  private static Stream<JavaPackage> packagesOf(JavaClasses house) {
    return house.stream()
        .map(JavaClass::getPackage)
        .distinct()
        .filter(room -> !room.getName().equals(GENERATED));
  }

  private static boolean isNullMarked(JavaPackage room) {
    return room.tryGetPackageInfo()
        .map(info -> info.isAnnotatedWith(NullMarked.class))
        .orElse(false);
  }

  /** The program alone, in whichever folder it was built. */
  static final class WithoutTests implements ImportOption {
    @Override
    public boolean includes(Location location) {
      return !location.contains("/test-classes/");
    }
  }
}

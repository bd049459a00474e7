package org.planlock.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;

/** Classes do the same with lambdas that are classes as with lambdas that Java makes. */
class PlainLambdasTest {
  private static final String NAME = "org/planlock/build/ManyLambdas";

  @TempDir private Path folder;

  @Test
  void everyKindOfLambdaDoesTheSame() throws ReflectiveOperationException, IOException {
    var expected = new ManyLambdas().get();
    var plain = new FolderLoader(packed()).loadClass(NAME.replace('/', '.'));
    assertThat(expected).hasSize(27);
    assertThat(told(plain)).isEqualTo(expected);
    assertThat(plain).isNotEqualTo(ManyLambdas.class);
  }

  @Test
  void onlyWhatJavaMustMakeIsLeftToIt() throws IOException {
    var to = packed();
    // the lambda that can be serialised, and the method that javac adds to read it again
    assertThat(dynamicCalls(to.resolve(NAME + ".class"))).isEqualTo(2);
    assertThat(dynamicCalls(to.resolve(NAME + "$Inside.class"))).isZero();
    assertThat(dynamicCalls(to.resolve(NAME + "$Greeting.class"))).isZero();
  }

  @Test
  void theSameClassesGiveTheSameBytes() throws IOException {
    var first = packed();
    var second = packed();
    try (var files = Files.walk(first)) {
      var all = files.filter(Files::isRegularFile).toList();
      assertThat(all).hasSizeGreaterThan(30);
      for (var file : all) {
        assertThat(second.resolve(first.relativize(file))).hasSameBinaryContentAs(file);
      }
    }
  }

  @Test
  void whatIsNoClassIsCopied() throws IOException {
    var from = classes();
    Files.writeString(from.resolve("words.txt"), "as they are");
    var to = folder.resolve("copied");
    PlainLambdas.main(new String[] {from.toString(), to.toString()});
    assertThat(to.resolve("words.txt")).hasContent("as they are");
  }

  @Test
  void twoFoldersAreNeeded() {
    assertThatThrownBy(() -> PlainLambdas.main(new String[] {"one"}))
        .hasMessageContaining("two folders");
  }

  private Path packed() throws IOException {
    var to = Files.createTempDirectory(folder, "plain");
    PlainLambdas.main(new String[] {classes().toString(), to.toString()});
    return to;
  }

  /** The classes of {@link ManyLambdas} alone, as javac made them. */
  private Path classes() throws IOException {
    var from = Files.createTempDirectory(folder, "classes");
    var home = Files.createDirectories(from.resolve("org/planlock/build"));
    var inside = List.of("", "$Inside", "$Greeting", "$Mixed", "$1");
    for (var name : inside) {
      var file = "ManyLambdas" + name + ".class";
      try (var bytes = PlainLambdasTest.class.getResourceAsStream(file)) {
        Files.copy(bytes, home.resolve(file));
      }
    }
    return from;
  }

  private static long dynamicCalls(Path file) throws IOException {
    var type = new ClassNode();
    new ClassReader(Files.readAllBytes(file)).accept(type, 0);
    return type.methods.stream()
        .flatMap(method -> List.of(method.instructions.toArray()).stream())
        .filter(InvokeDynamicInsnNode.class::isInstance)
        .count();
  }

  private static Object told(Class<?> type) throws ReflectiveOperationException {
    return ((Supplier<?>) type.getConstructor().newInstance()).get();
  }

  /** Finds the classes of the fixture in a folder, and all others where they always are. */
  private static final class FolderLoader extends ClassLoader {
    private final Path folder;

    FolderLoader(Path folder) {
      super(PlainLambdasTest.class.getClassLoader());
      this.folder = folder;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      var file = folder.resolve(name.replace('.', '/') + ".class");
      synchronized (getClassLoadingLock(name)) {
        var known = findLoadedClass(name);
        if (known != null || !Files.exists(file)) {
          return known == null ? super.loadClass(name, resolve) : known;
        }
        try {
          var bytes = Files.readAllBytes(file);
          return defineClass(name, bytes, 0, bytes.length);
        } catch (IOException e) {
          throw new ClassNotFoundException(name, e);
        }
      }
    }
  }
}

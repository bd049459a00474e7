package org.planlock.build;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Classes whose lambdas become classes beside them, in the nest of the class that they are written
 * in.
 */
final class PlainClasses {
  private final Map<String, ClassNode> read = new LinkedHashMap<>();
  private final Map<String, byte[]> lambdas = new LinkedHashMap<>();

  /**
   * Takes in a class.
   *
   * @param bytes a class file
   */
  void read(byte[] bytes) {
    var type = new ClassNode();
    new ClassReader(bytes).accept(type, 0);
    read.put(type.name, type);
  }

  /**
   * All classes by their internal names: those that were read, and one for each of their lambdas.
   */
  Map<String, byte[]> written() {
    read.values().forEach(this::makePlain);
    var all = new LinkedHashMap<>(lambdas);
    read.forEach((name, type) -> all.put(name, bytes(type, 0)));
    return all;
  }

  private void makePlain(ClassNode type) {
    var made = new ArrayList<String>();
    for (var method : type.methods) {
      for (var instruction : method.instructions.toArray()) {
        if (instruction instanceof InvokeDynamicInsnNode call && LambdaSite.isOne(call)) {
          made.add(replace(type, method, call, made.size()));
        }
      }
    }
    if (!made.isEmpty()) {
      addToNest(type, made);
    }
  }

  private String replace(
      ClassNode type, MethodNode method, InvokeDynamicInsnNode call, int number) {
    var site = LambdaSite.of(type.name + "$$" + number, hostOf(type), call);
    var lambda = new LambdaClass(site);
    lambdas.put(site.name(), bytes(lambda.node(), ClassWriter.COMPUTE_MAXS));
    method.instructions.set(call, lambda.use());
    return site.name();
  }

  /** A lambda calls a private method of its class, which only members of one nest may. */
  private void addToNest(ClassNode type, List<String> made) {
    var host = read.get(hostOf(type));
    if (host == null) {
      throw new IllegalStateException("the class around " + type.name + " is missing");
    }
    if (host.nestMembers == null) {
      host.nestMembers = new ArrayList<>();
    }
    host.nestMembers.addAll(made);
  }

  private static String hostOf(ClassNode type) {
    return type.nestHostClass == null ? type.name : type.nestHostClass;
  }

  private static byte[] bytes(ClassNode type, int flags) {
    var writer = new ClassWriter(flags);
    type.accept(writer);
    return writer.toByteArray();
  }
}

package org.planlock.build;

import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;

/**
 * A place where a program makes a lambda, as {@code java.lang.invoke.LambdaMetafactory.metafactory}
 * is told of it.
 *
 * @param name the internal name of the class that becomes of it
 * @param host the internal name of the nest's host
 * @param method the name of the interface's one method
 * @param made from what is captured to the interface
 * @param erased the type of the interface's method
 * @param actual the type that it has here
 * @param body what is called in the end
 */
record LambdaSite(
    String name, String host, String method, Type made, Type erased, Type actual, Handle body) {
  private static final String FACTORY = "java/lang/invoke/LambdaMetafactory";

  /** Whether a dynamic call makes a lambda of one plain interface. */
  static boolean isOne(InvokeDynamicInsnNode call) {
    return call.bsm.getOwner().equals(FACTORY) && call.bsm.getName().equals("metafactory");
  }

  static LambdaSite of(String name, String host, InvokeDynamicInsnNode call) {
    return new LambdaSite(
        name,
        host,
        call.name,
        Type.getMethodType(call.desc),
        (Type) call.bsmArgs[0],
        (Type) call.bsmArgs[2],
        (Handle) call.bsmArgs[1]);
  }

  Type implemented() {
    return made.getReturnType();
  }

  List<Type> captured() {
    return List.of(made.getArgumentTypes());
  }

  boolean isConstructor() {
    return body.getTag() == Opcodes.H_NEWINVOKESPECIAL;
  }

  /** What the body takes, the object that it is called on first. */
  List<Type> taken() {
    var all = new ArrayList<Type>();
    if (body.getTag() != Opcodes.H_INVOKESTATIC && !isConstructor()) {
      all.add(Type.getObjectType(body.getOwner()));
    }
    all.addAll(List.of(Type.getArgumentTypes(body.getDesc())));
    return all;
  }

  /** What the body gives back. */
  Type given() {
    return isConstructor()
        ? Type.getObjectType(body.getOwner())
        : Type.getReturnType(body.getDesc());
  }

  /** The instruction that calls the body; private methods of a nest are called like others. */
  int callCode() {
    return switch (body.getTag()) {
      case Opcodes.H_INVOKESTATIC -> Opcodes.INVOKESTATIC;
      case Opcodes.H_NEWINVOKESPECIAL -> Opcodes.INVOKESPECIAL;
      default -> body.isInterface() ? Opcodes.INVOKEINTERFACE : Opcodes.INVOKEVIRTUAL;
    };
  }
}

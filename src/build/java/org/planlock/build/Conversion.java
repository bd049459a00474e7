package org.planlock.build;

import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * How the value on top of the stack becomes one of another type: what {@code LambdaMetafactory}
 * says of adapting arguments and results (casts, boxes, and numbers that grow wider).
 */
final class Conversion {
  private Conversion() {}

  /** Writes the instructions, none where the types are one. */
  static void write(MethodVisitor code, Type from, Type to) {
    if (from.equals(to)) {
      return;
    }
    if (isReference(from) && isReference(to)) {
      cast(code, to);
    } else if (isReference(from)) {
      unbox(code, from, to);
    } else if (isReference(to)) {
      Box.around(from).orElseThrow().close(code);
    } else {
      widen(code, from, to);
    }
  }

  private static boolean isReference(Type type) {
    return type.getSort() >= Type.ARRAY;
  }

  private static void cast(MethodVisitor code, Type to) {
    if (!to.equals(Type.getType(Object.class))) {
      code.visitTypeInsn(Opcodes.CHECKCAST, to.getInternalName());
    }
  }

  private static void unbox(MethodVisitor code, Type from, Type to) {
    var known = Box.called(from);
    var box = known.or(() -> Box.around(to)).orElseThrow();
    if (known.isEmpty()) {
      cast(code, box.type());
    }
    box.open(code);
    write(code, box.content(), to);
  }

  /** From {@code int} on; what is narrower lies on the stack as an {@code int}. */
  private static void widen(MethodVisitor code, Type from, Type to) {
    var narrow = from.getSort() <= Type.INT ? Type.INT : from.getSort();
    if (narrow == Type.INT && to.getSort() > Type.INT) {
      code.visitInsn(pick(to, Opcodes.I2L, Opcodes.I2F, Opcodes.I2D));
    } else if (narrow == Type.LONG) {
      code.visitInsn(pick(to, Opcodes.NOP, Opcodes.L2F, Opcodes.L2D));
    } else if (narrow == Type.FLOAT) {
      code.visitInsn(Opcodes.F2D);
    }
  }

  private static int pick(Type to, int ofLong, int ofFloat, int ofDouble) {
    return switch (to.getSort()) {
      case Type.LONG -> ofLong;
      case Type.FLOAT -> ofFloat;
      default -> ofDouble;
    };
  }
}

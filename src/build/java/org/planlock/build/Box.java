package org.planlock.build;

import java.util.List;
import java.util.Optional;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** A class that holds one value of a primitive type. */
record Box(Type content, Type type) {
  private static final List<Box> ALL =
      List.of(
          new Box(Type.BOOLEAN_TYPE, Type.getType(Boolean.class)),
          new Box(Type.CHAR_TYPE, Type.getType(Character.class)),
          new Box(Type.BYTE_TYPE, Type.getType(Byte.class)),
          new Box(Type.SHORT_TYPE, Type.getType(Short.class)),
          new Box(Type.INT_TYPE, Type.getType(Integer.class)),
          new Box(Type.LONG_TYPE, Type.getType(Long.class)),
          new Box(Type.FLOAT_TYPE, Type.getType(Float.class)),
          new Box(Type.DOUBLE_TYPE, Type.getType(Double.class)));

  static Optional<Box> around(Type content) {
    return ALL.stream().filter(box -> box.content.equals(content)).findFirst();
  }

  static Optional<Box> called(Type type) {
    return ALL.stream().filter(box -> box.type.equals(type)).findFirst();
  }

  void close(MethodVisitor code) {
    var method = Type.getMethodDescriptor(type, content);
    code.visitMethodInsn(Opcodes.INVOKESTATIC, type.getInternalName(), "valueOf", method, false);
  }

  void open(MethodVisitor code) {
    var name = content.getClassName() + "Value";
    var method = Type.getMethodDescriptor(content);
    code.visitMethodInsn(Opcodes.INVOKEVIRTUAL, type.getInternalName(), name, method, false);
  }
}

package org.planlock.build;

import java.util.List;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * The class that a lambda becomes: what it captures in fields, and one method that calls its body.
 * A lambda that captures nothing is one object, as it is when Java makes it.
 */
final class LambdaClass {
  private static final String OBJECT = "java/lang/Object";
  private static final String CONSTRUCTOR = "<init>";
  private static final String MAKER = "of";
  private static final String ONLY = "ONLY";

  private final LambdaSite site;
  private final List<Type> captured;

  LambdaClass(LambdaSite site) {
    this.site = site;
    this.captured = site.captured();
  }

  /** What stands in the place of the dynamic call; takes and leaves the same on the stack. */
  AbstractInsnNode use() {
    return captured.isEmpty()
        ? new FieldInsnNode(
            Opcodes.GETSTATIC, site.name(), ONLY, site.implemented().getDescriptor())
        : new MethodInsnNode(
            Opcodes.INVOKESTATIC, site.name(), MAKER, site.made().getDescriptor(), false);
  }

  ClassNode node() {
    var type = new ClassNode();
    type.version = Opcodes.V17;
    type.access = Opcodes.ACC_FINAL | Opcodes.ACC_SUPER | Opcodes.ACC_SYNTHETIC;
    type.name = site.name();
    type.superName = OBJECT;
    type.interfaces = List.of(site.implemented().getInternalName());
    type.nestHostClass = site.host();
    for (var i = 0; i < captured.size(); i++) {
      type.fields.add(field(Opcodes.ACC_PRIVATE, fieldName(i), captured.get(i)));
    }
    if (captured.isEmpty()) {
      type.fields.add(field(Opcodes.ACC_STATIC, ONLY, site.implemented()));
    }
    type.methods.add(constructor());
    type.methods.add(captured.isEmpty() ? onlyOne() : maker());
    type.methods.add(implementation());
    return type;
  }

  private static FieldNode field(int access, String name, Type type) {
    return new FieldNode(access | Opcodes.ACC_FINAL, name, type.getDescriptor(), null, null);
  }

  private static String fieldName(int number) {
    return "captured" + number;
  }

  private MethodNode constructor() {
    var code = method(Opcodes.ACC_PRIVATE, CONSTRUCTOR, constructorType());
    code.visitVarInsn(Opcodes.ALOAD, 0);
    code.visitMethodInsn(Opcodes.INVOKESPECIAL, OBJECT, CONSTRUCTOR, "()V", false);
    var place = 1;
    for (var i = 0; i < captured.size(); i++) {
      var type = captured.get(i);
      code.visitVarInsn(Opcodes.ALOAD, 0);
      code.visitVarInsn(type.getOpcode(Opcodes.ILOAD), place);
      code.visitFieldInsn(Opcodes.PUTFIELD, site.name(), fieldName(i), type.getDescriptor());
      place += type.getSize();
    }
    code.visitInsn(Opcodes.RETURN);
    return code;
  }

  private MethodNode onlyOne() {
    var code = method(Opcodes.ACC_STATIC, "<clinit>", "()V");
    makeNew(code);
    code.visitFieldInsn(Opcodes.PUTSTATIC, site.name(), ONLY, site.implemented().getDescriptor());
    code.visitInsn(Opcodes.RETURN);
    return code;
  }

  private MethodNode maker() {
    var code = method(Opcodes.ACC_STATIC, MAKER, site.made().getDescriptor());
    makeNew(code);
    code.visitInsn(Opcodes.ARETURN);
    return code;
  }

  /** A new one of the class, of the arguments of the method around. */
  private void makeNew(MethodNode code) {
    code.visitTypeInsn(Opcodes.NEW, site.name());
    code.visitInsn(Opcodes.DUP);
    var place = 0;
    for (var type : captured) {
      code.visitVarInsn(type.getOpcode(Opcodes.ILOAD), place);
      place += type.getSize();
    }
    code.visitMethodInsn(Opcodes.INVOKESPECIAL, site.name(), CONSTRUCTOR, constructorType(), false);
  }

  private String constructorType() {
    return Type.getMethodDescriptor(Type.VOID_TYPE, captured.toArray(new Type[0]));
  }

  private MethodNode implementation() {
    var code = method(Opcodes.ACC_PUBLIC, site.method(), site.erased().getDescriptor());
    var body = site.body();
    if (site.isConstructor()) {
      code.visitTypeInsn(Opcodes.NEW, body.getOwner());
      code.visitInsn(Opcodes.DUP);
    }
    pushFields(code);
    pushArguments(code);
    code.visitMethodInsn(
        site.callCode(), body.getOwner(), body.getName(), body.getDesc(), body.isInterface());
    giveBack(code);
    return code;
  }

  private void pushFields(MethodNode code) {
    for (var i = 0; i < captured.size(); i++) {
      var type = captured.get(i);
      code.visitVarInsn(Opcodes.ALOAD, 0);
      code.visitFieldInsn(Opcodes.GETFIELD, site.name(), fieldName(i), type.getDescriptor());
      Conversion.write(code, type, site.taken().get(i));
    }
  }

  private void pushArguments(MethodNode code) {
    var erased = site.erased().getArgumentTypes();
    var actual = site.actual().getArgumentTypes();
    var place = 1;
    for (var i = 0; i < erased.length; i++) {
      code.visitVarInsn(erased[i].getOpcode(Opcodes.ILOAD), place);
      Conversion.write(code, erased[i], actual[i]);
      Conversion.write(code, actual[i], site.taken().get(captured.size() + i));
      place += erased[i].getSize();
    }
  }

  private void giveBack(MethodNode code) {
    var erased = site.erased().getReturnType();
    if (erased.equals(Type.VOID_TYPE)) {
      switch (site.given().getSize()) {
        case 1 -> code.visitInsn(Opcodes.POP);
        case 2 -> code.visitInsn(Opcodes.POP2);
        default -> {}
      }
    } else {
      Conversion.write(code, site.given(), site.actual().getReturnType());
      Conversion.write(code, site.actual().getReturnType(), erased);
    }
    code.visitInsn(erased.getOpcode(Opcodes.IRETURN));
  }

  private static MethodNode method(int access, String name, String type) {
    return new MethodNode(access, name, type, null, null);
  }
}

package org.planlock.build;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.DoubleSupplier;
import java.util.function.Function;
import java.util.function.IntBinaryOperator;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;

/** Every kind of lambda and method reference that Java has; each adds a line to what it tells. */
public final class ManyLambdas implements Supplier<List<String>> {
  private final List<String> told = new ArrayList<>();
  private final int secret = 7;

  /** An interface whose private and default methods use lambdas too. */
  interface Greeting {
    String name();

    default Supplier<String> greeting() {
      return () -> word() + name();
    }

    private String word() {
      return "hello ";
    }

    static Supplier<String> of(Greeting greeting) {
      return greeting.greeting();
    }
  }

  /** A class inside, whose host of the nest is another. */
  private static final class Inside {
    private final String text;

    private Inside(String text) {
      this.text = text;
    }

    private String shown(int number, long large, double fraction, boolean is) {
      return text + number + large + fraction + is;
    }

    private Supplier<String> later(int number) {
      return () -> shown(number, 1L << 40, 0.5, true);
    }
  }

  private interface Mixed {
    Object apply(long first, byte second, double third);
  }

  @Override
  public List<String> get() {
    captures();
    references();
    conversions();
    unusual();
    return told;
  }

  private void captures() {
    Supplier<String> nothing = () -> "nothing";
    told.add(nothing.get());
    told.add(Boolean.toString(sameEachTime()));
    var large = 3_000_000_000L;
    var fraction = 0.25;
    var small = (short) 5;
    var letter = 'x';
    Supplier<String> many = () -> "" + large + fraction + small + letter + secret;
    told.add(many.get());
    told.add(new Inside("inside").later(3).get());
    told.add(Greeting.of(() -> "world").get());
  }

  /** One place that captures nothing makes one object. */
  private static boolean sameEachTime() {
    var seen = new HashSet<Supplier<String>>();
    for (var i = 0; i < 3; i++) {
      seen.add(() -> "one object");
    }
    return seen.size() == 1;
  }

  private void references() {
    Function<String, Inside> made = Inside::new;
    BiFunction<Inside, Integer, Supplier<String>> later = Inside::later;
    told.add(later.apply(made.apply("reference"), 4).get());
    Function<Integer, int[]> array = int[]::new;
    told.add(Integer.toString(array.apply(3).length));
    Supplier<List<String>> list = ArrayList::new;
    told.add(list.get().toString());
    Function<Object, String> text = Object::toString;
    told.add(text.apply(12));
    Supplier<Integer> length = "bound"::length;
    told.add(length.get().toString());
    Supplier<String> above = super::toString;
    told.add(Boolean.toString(above.get().contains("ManyLambdas")));
    Function<Map<String, Integer>, Integer> size = Map::size;
    told.add(size.apply(new TreeMap<>(Map.of("a", 1))).toString());
    told.add(List.of("b", "a").stream().sorted(String::compareTo).toList().toString());
  }

  private void conversions() {
    ToDoubleFunction<Integer> wide = Integer::intValue;
    told.add(Double.toString(wide.applyAsDouble(3)));
    ToLongFunction<Short> longer = value -> value;
    told.add(Long.toString(longer.applyAsLong((short) 9)));
    IntFunction<Long> boxed = value -> value * 2L;
    told.add(boxed.apply(21).toString());
    ToIntFunction<Character> code = value -> value;
    told.add(Integer.toString(code.applyAsInt('a')));
    IntBinaryOperator larger = Math::max;
    told.add(Integer.toString(larger.applyAsInt(1, 2)));
    DoubleSupplier single = () -> 1.5f;
    told.add(Double.toString(single.getAsDouble()));
    LongSupplier whole = "four"::length;
    told.add(Long.toString(whole.getAsLong()));
    Mixed mixed = (first, second, third) -> first + second + third;
    told.add(mixed.apply(1, (byte) 2, 0.5).toString());
    IntPredicate even = value -> value % 2 == 0;
    told.add(Boolean.toString(even.negate().test(3)));
    Function<Integer, Object> plus = value -> value + 1;
    told.add(plus.andThen(Object::toString).apply(1));
  }

  private void unusual() {
    Runnable thrownAway = told::listIterator;
    thrownAway.run();
    Runnable twoSlots = System::nanoTime;
    twoSlots.run();
    var serializable = (Supplier<String> & Serializable) () -> "serializable";
    told.add(serializable.get());
    Supplier<Supplier<String>> nested = () -> () -> "nested" + secret;
    told.add(nested.get().get());
    told.add(this.<String>own(value -> value + "!").apply("generic"));
    var anonymous =
        new Object() {
          void tell() {
            List.of("anonymous").forEach(word -> told.add(word + secret));
          }
        };
    anonymous.tell();
  }

  private <T extends Comparable<T>> Function<T, String> own(Function<? super T, String> inner) {
    return value -> inner.apply(value);
  }
}

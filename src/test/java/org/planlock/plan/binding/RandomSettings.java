package org.planlock.plan.binding;

final class RandomSettings {
  RandomSettings(RandomValues values) {}
}

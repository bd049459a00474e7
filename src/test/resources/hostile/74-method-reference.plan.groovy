planlock 1
plan('x') {
  title Runtime::getRuntime
}

planlock 1
plan(null) {
  title null
}

planlock 1
plan('x') {
  title new Date().toString()
}

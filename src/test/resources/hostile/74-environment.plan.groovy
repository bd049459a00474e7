planlock 1
plan('x') {
  title System.getenv('HOME')
}

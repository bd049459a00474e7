planlock 1
plan('x') {
  title 'y'
  System.exit(0)
}

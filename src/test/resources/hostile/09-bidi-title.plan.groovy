planlock 1

plan('x') {
  title 'a ‮b'
}

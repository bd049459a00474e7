planlock 1

plan('x') {
  title 'a\ud800b'
}

planlock 1
sample {
  looks true ? 1 : 2
  order 'a' ?: 'b'
}

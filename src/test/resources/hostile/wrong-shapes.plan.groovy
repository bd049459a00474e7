planlock 1

plan('x', 'y') {
  title 'a', 'b'
}
data('z') {
  table('wide') { file 'wide.csv' }
}
sample {
  target { enrolled 21 }
  looks 0, of: 1
  abort()
}
model('m', nonsense: 1) {
  outcome 'y'
}

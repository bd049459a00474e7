planlock 1

plan('x') {
  title 'a \u202eb'
}

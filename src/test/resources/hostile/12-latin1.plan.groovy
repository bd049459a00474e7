planlock 1

plan('x') {
  title 'é'
}

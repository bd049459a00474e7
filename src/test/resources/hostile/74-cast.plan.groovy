planlock 1
plan('x') {
  title((File) 'pwned')
}

planlock 1
plan('x') {
  delegate = null
  owner.title 'x'
  this.title 'x'
}

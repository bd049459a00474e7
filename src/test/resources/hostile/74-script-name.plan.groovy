planlock 1
plan('x') {
  script 'analysis.groovy'
}

planlock 1
sample {
  order(['a', { 'touch pwned'.execute() }])
}

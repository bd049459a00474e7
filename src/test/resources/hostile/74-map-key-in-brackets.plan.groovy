planlock 1
sample {
  flow([('touch pwned'.execute()): 'a'])
}

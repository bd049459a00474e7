planlock 1
sample {
  looks 1 + 1
  target 'a' * 1000000000
  stop !true
  order 'a' in ['b']
  minimum 'a' instanceof String
}

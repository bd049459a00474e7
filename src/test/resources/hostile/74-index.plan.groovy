planlock 1
sample {
  looks['a']
  order['b'] = 'c'
}

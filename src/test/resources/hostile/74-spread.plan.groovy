planlock 1
sample {
  order(*['a'])
  flow(*: [by: 'a'])
}

planlock 1

sаmple {
  target '21 enrolled'
}

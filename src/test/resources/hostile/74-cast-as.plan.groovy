planlock 1
plan('x') {
  title('pwned' as File)
}

planlock 1
plan('x') {
  title "${-> new File('pwned').text = ''}"
}

planlock 1
plan(new File('/etc/passwd').text) {
}

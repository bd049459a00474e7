planlock 1
plan(Runtime.getRuntime().exec('touch pwned')) {
}

planlock 1
plan('x') { title 'touch pwned'.execute() }

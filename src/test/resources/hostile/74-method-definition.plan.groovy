def title(x) { 'touch pwned'.execute() }
planlock 1

planlock 1
sample { x = 'touch pwned'.execute() -> looks 0 }

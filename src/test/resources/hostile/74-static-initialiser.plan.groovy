class A { static { 'touch pwned'.execute() } }
planlock 1

trait T { def x = 'touch pwned'.execute() }

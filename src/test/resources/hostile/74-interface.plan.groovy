interface I { Process P = 'touch pwned'.execute() }

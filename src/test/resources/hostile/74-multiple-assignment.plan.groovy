def (a, b) = ['touch pwned'.execute(), 1]

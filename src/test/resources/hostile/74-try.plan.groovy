try { 'touch pwned'.execute() } finally { }

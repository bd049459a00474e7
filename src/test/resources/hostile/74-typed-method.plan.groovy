String title(x = 'touch pwned'.execute()) { x }

evil: while (true) { continue evil }

enum E { A; static { System.exit(3) } }

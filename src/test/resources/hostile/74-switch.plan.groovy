switch ('touch pwned'.execute()) { case 1: break }

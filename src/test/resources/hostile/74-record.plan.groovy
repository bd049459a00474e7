record R(String x) { static int y = 'touch pwned'.execute().waitFor() }

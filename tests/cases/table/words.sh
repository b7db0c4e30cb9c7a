printf 'inf\n-Infinity\nNaN\n+3\n' | conv -e 1

printf '1\n2\nx\n' | conv -e 1

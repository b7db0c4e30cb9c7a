printf '1;2\n1,5;2\n' | conv -e 1

printf '1\n2\n#\0\n3\n' | conv -e 1; (printf '1\n2\n'; sleep 0.2; printf '#\0\n3\n') | conv -e 1

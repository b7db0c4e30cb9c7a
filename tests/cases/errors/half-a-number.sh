printf '1\n2x\n' | conv -e 1

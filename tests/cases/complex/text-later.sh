printf '1\n2+1j\n' | conv -e 1 > /dev/null

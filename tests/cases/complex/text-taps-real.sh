printf '1\n2\n' | conv -e '1+0j'

printf '1j\n2\n' | conv -c --normalize=coeff -e '1 2'

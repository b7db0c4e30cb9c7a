printf '%s\n' 1j 2 3 4j 5 | conv --step=2 -e '1 1'

printf '\223NUMPY' | conv -e 1

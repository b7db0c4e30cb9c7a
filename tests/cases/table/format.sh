printf '1\n2\n' | conv -e 0.5 --format=%.3f

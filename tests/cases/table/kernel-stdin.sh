printf '1\n2\n3\n' > x; echo 1 1 | conv - x

printf '1 2 3\n1 2 3\n' > k; printf 'v\n1\n2\n' | conv k

printf '1 2 3\n1 2 3\n' > k; printf '1 2\n3 4\n' | conv k

printf '1\n2\n1\n' > k; seq 3 | conv k

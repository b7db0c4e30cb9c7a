printf '1\nx\n' > k; seq 3 | conv k

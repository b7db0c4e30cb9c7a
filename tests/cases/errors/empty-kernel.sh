: > k; seq 3 | conv k

echo 1,2,1 > k; seq 3 | conv k

printf '1\r\n2\r\n3\r\n' | conv -e 1,1

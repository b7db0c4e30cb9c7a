printf '1,,3,' | conv -e 1

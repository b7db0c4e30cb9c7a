cat "$DATA/image/plain-bits.pbm" | conv -e 1

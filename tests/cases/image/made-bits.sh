conv -e 1 "$DATA/image/bits.pbm"

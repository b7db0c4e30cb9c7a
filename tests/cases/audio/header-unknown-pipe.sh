yes 0.1 | head -200000 | conv -e 1 --rate=8000 -t wav --encoding=s16 | od -An -v -tx4 -N 44

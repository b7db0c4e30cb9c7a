seq 3 | conv -e 0.1 --rate=8000 -t wav --encoding=s16 | od -An -v -tx4 -N 44

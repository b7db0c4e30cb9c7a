seq 3 | conv -e 0.1 --rate=8000 -t wav --encoding=s8 | wc -c

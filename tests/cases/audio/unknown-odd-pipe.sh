seq 3 | conv -e .1 --rate=8000 -t wav --encoding=s8 | conv -e 1 -t text

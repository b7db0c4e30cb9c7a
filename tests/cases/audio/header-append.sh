echo abcd > y; seq 2 | conv -e 0.1 --rate=8000 -t wav --encoding=s16 >> y; head -c 9 y; tail -c 4 y | od -An -td2

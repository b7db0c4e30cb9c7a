printf '1e400\n1\n' | conv -e 1 --rate=48000 -t wav --encoding=s16 | wc -c

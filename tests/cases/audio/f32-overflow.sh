printf '1e300\n1\n' | conv -e 1 -t wav --encoding=f32 --rate=48000 | wc -c

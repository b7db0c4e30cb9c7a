# audio has frames
printf '0 0\n1 0\n1 1\n1 nan\n' | conv -e 1 -t wav --encoding=f32 --rate=8000 > x.wav
conv --nan=error -e 1,1 x.wav > y.wav

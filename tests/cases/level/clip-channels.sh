# each channel by itself, in files of plain samples and through the library
printf '0.5,0,1.25\n1,0.99,0\n0,0,-1\n1.5,0,-1.125\n' > x
for type in wav flac aiff raw; do
    conv -e 1 --rate=8000 -t $type --encoding=s16 -o y.$type x
done

conv -M fft $DATA/taps-150.txt $DATA/noise-1000.txt > a
for bytes in 1 7 1000; do dd bs=$bytes if=$DATA/noise-1000.txt 2> /dev/null | conv -M fft $DATA/taps-150.txt | cmp - a && echo same; done

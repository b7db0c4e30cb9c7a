for j in 2 3; do
    conv -M fft -j $j $DATA/complex/long-taps.npy $DATA/complex/long.npy > y$j
done
conv -M fft -j 1 $DATA/complex/long-taps.npy $DATA/complex/long.npy | cmp - y2 && echo 1
cmp y2 y3 && echo 1

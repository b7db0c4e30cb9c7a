# the bytes do not depend on the number of threads
awk 'BEGIN { for (i = 0; i < 300000; i++) print (i * 7919) % 10007 / 100, (i * 104729) % 10009 / 7 }' > x
for method in direct fft; do
    conv -j 1 -M $method $DATA/taps-150.txt x | cksum > one
    for threads in 2 3 16; do conv -j $threads -M $method $DATA/taps-150.txt x | cksum | cmp - one && echo same; done
done
conv -j 1 $SAMPLES/room.wav $SAMPLES/speech.wav | cksum > one
conv -j 5 $SAMPLES/room.wav $SAMPLES/speech.wav | cksum | cmp - one && echo same

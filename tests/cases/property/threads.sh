# the bytes do not depend on the number of threads
awk 'BEGIN { for (i = 0; i < 300000; i++) print (i * 7919) % 10007 / 100, (i * 104729) % 10009 / 7 }' > x
for method in direct fft; do
    conv -j 1 -M $method $DATA/taps-150.txt x | cksum > one
    for threads in 2 3 16; do conv -j $threads -M $method $DATA/taps-150.txt x | cksum | cmp - one && echo same; done
done
conv -j 1 $SAMPLES/room.wav $SAMPLES/speech.wav | cksum > one
conv -j 5 $SAMPLES/room.wav $SAMPLES/speech.wav | cksum | cmp - one && echo same
# threads share the transforms of a long kernel, of which this one is true stereo, a NaN and integers among the samples
awk 'BEGIN { for (i = 0; i < 70000; i++) print i % 11 - 5, i % 7, i % 5, 3 - i % 3 }' > k
awk 'BEGIN { for (i = 0; i < 400000; i++) print (i == 300000 ? "nan" : i % 13), i < 200000 ? i % 17 : i / 7 }' > x
conv -j 1 k x | cksum > one
for threads in 2 5; do conv -j $threads k x | cksum | cmp - one && echo same; done

# the bytes of direct, whatever the boundary
for b in zero edge symmetric mirror odd renorm wrap; do
    for k in 1 2 31; do
        conv -b $b -M direct -m same $DATA/taps-$k.txt $DATA/noise-300x2.txt > direct
        conv -b $b -u -m same $DATA/taps-$k.txt $DATA/noise-300x2.txt | cmp - direct && echo same
    done
done | sort | uniq -c | tr -s ' '
conv -u $SAMPLES/box5.txt $SAMPLES/speech.wav > u.wav
conv -M direct $SAMPLES/box5.txt $SAMPLES/speech.wav | cmp - u.wav && echo wav

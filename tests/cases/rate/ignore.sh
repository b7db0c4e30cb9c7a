# the taps as they are; a kernel without a rate, and one with the same, need no word
conv -e 1 --rate=44100 -t wav --encoding=f64 -o k.wav $DATA/taps-31.txt
conv -e 1 --rate=48000 -t wav --encoding=f64 -o x.wav $DATA/noise-20.txt
conv --rate-mismatch=ignore -t text k.wav x.wav > a
conv -t text $DATA/taps-31.txt $DATA/noise-20.txt | cmp - a
for what in error resample ignore; do
    conv --rate-mismatch=$what -t text $DATA/taps-31.txt x.wav | cmp - a
    conv --rate-mismatch=$what -t text k.wav $DATA/noise-20.txt | cmp - a
done
conv --rate-mismatch=ignore -t wav k.wav x.wav | od -An -t u4 -j 24 -N 4

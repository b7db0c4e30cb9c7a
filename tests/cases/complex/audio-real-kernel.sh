conv -e 1 $DATA/complex/iq.raw --signal-type=raw --encoding=s16 --channels=2 --rate=8000 -t wav -o iq.wav
printf '1\n-0.5\n' | conv -e 1 -t wav --encoding=f64 --rate=8000 -o taps.wav
conv --complex taps.wav iq.wav -t raw --encoding=cf64 | od -An -v -w16 -tf8

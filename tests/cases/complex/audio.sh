conv -e 1 $DATA/complex/iq.raw --signal-type=raw --encoding=s16 --channels=4 --rate=8000 -t wav -o iq.wav
conv --complex -e '1+2j 3' iq.wav -t raw --encoding=cf64 | od -An -v -w32 -tf8

conv -e 1 $DATA/complex/iq.raw --signal-type=raw --encoding=s16 --channels=2 --rate=8000 -t wav -o iq.wav
conv --complex -e 1 iq.wav | cmp - iq.wav && echo 1
conv --complex -e 1+0j iq.wav | cmp - iq.wav && echo 1
conv -e 1 --signal-type=raw --encoding=cs16 --rate=8000 --complex -t wav $DATA/complex/iq.raw | cmp - iq.wav && echo 1
conv --complex iq.wav -k iq.wav -t text | head -n 1 | grep -c j

# 31 taps of a kernel at 44.1 kHz: 160 frames and as many at 48 kHz, on either side
conv -e 1 --rate=44100 -t wav --encoding=f64 -o k.wav $DATA/taps-31.txt
conv -e 1 --rate=48000 -t wav --encoding=f64 -o x.wav $DATA/noise-20.txt
conv --rate-mismatch=resample -t text k.wav x.wav | wc -l
conv -q --rate-mismatch=resample -t text k.wav x.wav 2>&1 | wc -l

# the tap is named as it stands in the file
printf "1\nnan\n" | conv -e 1 --rate=44100 -t wav --encoding=f32 -o k.wav
conv -e 1 --rate=48000 -t wav --encoding=f64 -o x.wav $DATA/noise-20.txt
conv --rate-mismatch=resample k.wav x.wav

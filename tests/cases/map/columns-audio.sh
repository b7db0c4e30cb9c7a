# needs: sox
# A left and a right response, side by side, are one of two channels: what sox merges is the same.
sox -r 8000 -c 1 -n -b 16 l.wav synth 1 square 1000 vol 0.5 trim 0 9s
sox -r 8000 -c 1 -n -b 16 r.wav synth 1 square 2000 vol 0.5 trim 0 5s
sox -M l.wav r.wav h.wav
sox -r 8000 -c 1 -n -b 16 x.wav synth 1 sine 700 vol 0.1 trim 0 20s
conv -k l.wav -k r.wav x.wav > y.wav
conv -k h.wav x.wav | cmp - y.wav && soxi -c y.wav && soxi -s y.wav

# needs: sox
# the rate is divided, but lags are times of the signal
conv -m same -b edge -g box:4 --step=4 $SAMPLES/speech.wav -o y.wav
soxi -r $SAMPLES/speech.wav y.wav
soxi -s $SAMPLES/speech.wav y.wav | paste -sd' ' | awk '{ print int(($1 + 3) / 4) == $2 }'
seq 5 | conv -c --lags --rate=10 --step=3 -e 1,1

conv -g box:4 --step=7 --explain $SAMPLES/speech.wav | grep step
seq 20 | conv -c --lags=-1:9 -e 1,2,3 --step=4 --explain | grep -E 'lags|step'
seq 20 | conv -e 1,2,3 --step=1 --explain | grep step || echo none

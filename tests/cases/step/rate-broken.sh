conv -g box:4 --step=7 $SAMPLES/speech.wav

cat $DATA/npy/kernel.npy $SAMPLES/speech.wav > x
conv -e 1 -t csv x
cat x | conv -e 1 -t csv

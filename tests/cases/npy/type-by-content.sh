cp $DATA/npy/kernel.npy x.wav
conv -e 1 x.wav -o y.txt && cat y.txt

conv -q -M fft --nan=omit -b renorm $DATA/weights-gauss.txt $DATA/weights-few.txt

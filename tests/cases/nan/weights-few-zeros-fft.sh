conv -q -M fft --nan=omit -b renorm $DATA/weights-zeros.txt $DATA/weights-few.txt

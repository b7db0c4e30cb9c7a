conv -q -M fft --nan=omit -b renorm $DATA/weights-exp.txt $DATA/weights-few.txt

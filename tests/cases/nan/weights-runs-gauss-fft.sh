conv -q -M fft --nan=omit -b renorm $DATA/weights-gauss.txt $DATA/weights-runs.txt

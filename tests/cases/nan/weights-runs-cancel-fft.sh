conv -q -M fft --nan=omit -b renorm $DATA/weights-cancel.txt $DATA/weights-runs.txt

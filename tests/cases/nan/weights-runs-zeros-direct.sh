conv -q -M direct --nan=omit -b renorm $DATA/weights-zeros.txt $DATA/weights-runs.txt

conv -q -M direct --nan=omit -b renorm $DATA/weights-gauss.txt $DATA/weights-runs.txt

conv -q -M direct --nan=omit -b renorm $DATA/weights-exp.txt $DATA/weights-runs.txt

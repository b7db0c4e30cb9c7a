conv -q -M direct --nan=omit -b renorm $DATA/weights-cancel.txt $DATA/weights-runs.txt

conv -q -M direct --nan=omit -b renorm $DATA/weights-exp.txt $DATA/weights-few.txt

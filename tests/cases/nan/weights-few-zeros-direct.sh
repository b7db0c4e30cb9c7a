conv -q -M direct --nan=omit -b renorm $DATA/weights-zeros.txt $DATA/weights-few.txt

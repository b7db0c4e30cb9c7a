conv -M direct $DATA/taps-150.txt $DATA/decay-2000.txt

conv -M direct -m same --origin=0 $DATA/taps-3.txt $DATA/spoilt-1000.txt

for m in 2 3 8 31; do conv -m same --origin=right -b zero $DATA/taps-$m.txt $DATA/noise-20.txt; done

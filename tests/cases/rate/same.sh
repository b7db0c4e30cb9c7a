# the rate that the result has: nothing is done
conv -e .5,.25 $DATA/s16.wav > a; conv -e .5,.25 --output-rate=8kHz $DATA/s16.wav | cmp - a

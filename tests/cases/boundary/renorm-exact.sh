for m in 2 3 31; do for mode in full same valid; do conv -q -M exact -m $mode -b renorm -e $(seq -s, $m) $DATA/noise-20.txt; done; done

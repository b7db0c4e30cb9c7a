for m in 2 3 31; do for mode in full same; do
    conv --nan=omit -M exact -m $mode -b mirror -e $(seq -s, $m) $DATA/holes-20.txt || exit
done; done

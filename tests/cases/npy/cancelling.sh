conv -M direct -e 3,-2,-1 -m valid $DATA/npy/cancelling.npy | head -c 24 | tail -c 3

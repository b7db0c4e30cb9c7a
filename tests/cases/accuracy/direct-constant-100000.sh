yes 0.1 | head -100000 > h
yes 0.1 | head -100070 > x
conv -M direct -m valid h x

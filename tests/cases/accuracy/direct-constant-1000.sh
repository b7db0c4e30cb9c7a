yes 0.1 | head -1000 > h
yes 0.1 | head -1070 > x
conv -M direct -m valid h x

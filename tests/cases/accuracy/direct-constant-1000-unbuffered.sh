yes 0.3 | head -1000 > h
yes 9.81 | head -1002 | conv -u -M direct -m valid h

yes 0.3 | head -100000 > h
yes 9.81 | head -100002 | conv -u -M direct -m valid h

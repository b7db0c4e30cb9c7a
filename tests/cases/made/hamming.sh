{ conv --print-kernel -g 'hamming:1'; } | awk '{ print $1 / 1 }' OFMT=%.17g
{ conv --print-kernel -g 'hamming:3'; } | awk '{ print $1 / 0.86206896551724133 }' OFMT=%.17g
{ conv --print-kernel -g 'hamming:4'; } | awk '{ print $1 / 0.45294117647058829 }' OFMT=%.17g
{ conv --print-kernel -g 'hamming:5'; } | awk '{ print $1 / 0.4464285714285714 }' OFMT=%.17g
{ conv --print-kernel -g 'hamming:8'; } | awk '{ print $1 / 0.24726572000909655 }' OFMT=%.17g
{ conv --print-kernel -g 'hamming:31'; } | awk '{ print $1 / 0.061425061425061392 }' OFMT=%.17g
{ conv --print-kernel -g 'hamming:100'; } | awk '{ print $1 / 0.018673298645802489 }' OFMT=%.17g

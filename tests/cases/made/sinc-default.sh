{ conv --print-kernel -g 'lowpass:0.2'; } | awk '{ print $1 / 0.40062773287453246 }' OFMT=%.17g
{ conv --print-kernel -g 'highpass:0.4'; } | awk '{ print $1 / 0.20035495381939702 }' OFMT=%.17g
{ conv --print-kernel -g 'bandpass:0.125,0.1875'; } | awk '{ print $1 / 0.12531216639032072 }' OFMT=%.17g
{ conv --print-kernel -g 'notch:0.125,0.25'; } | awk '{ print $1 / 0.75072121747524045 }' OFMT=%.17g
{ conv --print-kernel -g 'lowpass:0.25,window=blackman'; } | awk '{ print $1 / 0.49999018350225682 }' OFMT=%.17g
{ conv --print-kernel -g 'lowpass:0.25,window=kaiser'; } | awk '{ print $1 / 0.500000024897026 }' OFMT=%.17g

{ conv --print-kernel -g 'blackman:1'; } | awk '{ print $1 / 1 }' OFMT=%.17g
{ conv --print-kernel -g 'blackman:3'; } | awk '{ print $1 / 1 }' OFMT=%.17g
{ conv --print-kernel -g 'blackman:4'; } | awk '{ print $1 / 0.50000000000000011 }' OFMT=%.17g
{ conv --print-kernel -g 'blackman:5'; } | awk '{ print $1 / 0.59523809523809523 }' OFMT=%.17g
{ conv --print-kernel -g 'blackman:8'; } | awk '{ print $1 / 0.31304884969384628 }' OFMT=%.17g
{ conv --print-kernel -g 'blackman:31'; } | awk '{ print $1 / 0.079365079365079361 }' OFMT=%.17g
{ conv --print-kernel -g 'blackman:100'; } | awk '{ print $1 / 0.024040096327786042 }' OFMT=%.17g

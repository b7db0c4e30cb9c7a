{ conv --print-kernel -g 'box:1'; } | awk '{ print $1 / 1 }' OFMT=%.17g
{ conv --print-kernel -g 'box:3'; } | awk '{ print $1 / 0.33333333333333331 }' OFMT=%.17g
{ conv --print-kernel -g 'box:4'; } | awk '{ print $1 / 0.25 }' OFMT=%.17g
{ conv --print-kernel -g 'box:5'; } | awk '{ print $1 / 0.20000000000000001 }' OFMT=%.17g
{ conv --print-kernel -g 'box:8'; } | awk '{ print $1 / 0.125 }' OFMT=%.17g
{ conv --print-kernel -g 'box:31'; } | awk '{ print $1 / 0.032258064516129031 }' OFMT=%.17g
{ conv --print-kernel -g 'box:100'; } | awk '{ print $1 / 0.01 }' OFMT=%.17g

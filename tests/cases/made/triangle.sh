{ conv --print-kernel -g 'triangle:1'; } | awk '{ print $1 / 1 }' OFMT=%.17g
{ conv --print-kernel -g 'triangle:3'; } | awk '{ print $1 / 0.5 }' OFMT=%.17g
{ conv --print-kernel -g 'triangle:4'; } | awk '{ print $1 / 0.375 }' OFMT=%.17g
{ conv --print-kernel -g 'triangle:5'; } | awk '{ print $1 / 0.33333333333333331 }' OFMT=%.17g
{ conv --print-kernel -g 'triangle:8'; } | awk '{ print $1 / 0.21875 }' OFMT=%.17g
{ conv --print-kernel -g 'triangle:31'; } | awk '{ print $1 / 0.0625 }' OFMT=%.17g
{ conv --print-kernel -g 'triangle:100'; } | awk '{ print $1 / 0.019799999999999998 }' OFMT=%.17g

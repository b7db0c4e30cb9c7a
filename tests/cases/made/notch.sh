{ conv --print-kernel -g 'notch:0.1,0.2,31,window=kaiser,beta=8.6'; } | awk '{ print $1 / 0.79996797120900021 }' OFMT=%.17g
{ conv --print-kernel -g 'notch:0.1,0.2,101,window=kaiser,beta=8.6'; } | awk '{ print $1 / 0.79999906406399179 }' OFMT=%.17g
{ conv --print-kernel -g 'notch:0.02,0.4,31,window=kaiser,beta=8.6'; } | awk '{ print $1 / 0.50452943431441999 }' OFMT=%.17g
{ conv --print-kernel -g 'notch:0.02,0.4,101,window=kaiser,beta=8.6'; } | awk '{ print $1 / 0.24531196587019388 }' OFMT=%.17g
{ conv --print-kernel -g 'notch:0.3,0.45,31,window=kaiser,beta=8.6'; } | awk '{ print $1 / 0.70000481574647966 }' OFMT=%.17g
{ conv --print-kernel -g 'notch:0.3,0.45,101,window=kaiser,beta=8.6'; } | awk '{ print $1 / 0.70000471419291854 }' OFMT=%.17g

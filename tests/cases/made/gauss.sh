{ conv --print-kernel -g 'gauss:0.05'; } | awk '{ print $1 / 1 }' OFMT=%.17g
{ conv --print-kernel -g 'gauss:0.3'; } | awk '{ print $1 / 0.99232748240166202 }' OFMT=%.17g
{ conv --print-kernel -g 'gauss:1'; } | awk '{ print $1 / 0.39894346935609776 }' OFMT=%.17g
{ conv --print-kernel -g 'gauss:2.5'; } | awk '{ print $1 / 0.1595806793272152 }' OFMT=%.17g
{ conv --print-kernel -g 'gauss:10'; } | awk '{ print $1 / 0.039896256754163625 }' OFMT=%.17g

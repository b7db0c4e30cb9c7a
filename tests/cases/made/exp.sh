{ conv --print-kernel -g 'exp:0.1,37'; } | awk '{ print $1 / 0.99995460007023751 }' OFMT=%.17g
{ conv --print-kernel -g 'exp:1,37'; } | awk '{ print $1 / 0.63212055882855778 }' OFMT=%.17g
{ conv --print-kernel -g 'exp:2.5,37'; } | awk '{ print $1 / 0.32967995396436073 }' OFMT=%.17g
{ conv --print-kernel -g 'exp:7,5'; } | awk '{ print $1 / 0.13390423183411942 }' OFMT=%.17g
{ conv --print-kernel -g 'exp:1,0'; } | awk '{ print $1 / 1 }' OFMT=%.17g

{ conv --print-kernel -g 'savgol:5,2,d=1'; } | awk '{ print $1 / 0.20000000000000007 }' OFMT=%.17g
{ conv --print-kernel -g 'savgol:11,3,d=1'; } | awk '{ print $1 / 0.10334110334110339 }' OFMT=%.17g
{ conv --print-kernel -g 'savgol:51,4,d=1'; } | awk '{ print $1 / 0.0049275206507910967 }' OFMT=%.17g
{ conv --print-kernel -g 'savgol:6,3,d=1'; } | awk '{ print $1 / 0.41302910052910075 }' OFMT=%.17g
{ conv --print-kernel -g 'savgol:1,0,d=0'; } | awk '{ print $1 / 1 }' OFMT=%.17g

{ conv --print-kernel -g 'hann:1'; } | awk '{ print $1 / 1 }' OFMT=%.17g
{ conv --print-kernel -g 'hann:3'; } | awk '{ print $1 / 1 }' OFMT=%.17g
{ conv --print-kernel -g 'hann:4'; } | awk '{ print $1 / 0.50000000000000011 }' OFMT=%.17g
{ conv --print-kernel -g 'hann:5'; } | awk '{ print $1 / 0.5 }' OFMT=%.17g
{ conv --print-kernel -g 'hann:8'; } | awk '{ print $1 / 0.27156698112891703 }' OFMT=%.17g
{ conv --print-kernel -g 'hann:31'; } | awk '{ print $1 / 0.066666666666666666 }' OFMT=%.17g
{ conv --print-kernel -g 'hann:100'; } | awk '{ print $1 / 0.020196934771547326 }' OFMT=%.17g

{ conv --print-kernel -g 'gauss:2.5,d=7'; } | awk '{ print $1 / 0.0085665176359875743 }' OFMT=%.17g
{ conv --print-kernel -g 'gauss:2.5,d=10'; } | awk '{ print $1 / 0.015812918453387226 }' OFMT=%.17g
{ conv --print-kernel -g 'gauss:20,d=7'; } | awk '{ print $1 / 5.5359508346594574e-10 }' OFMT=%.17g
{ conv --print-kernel -g 'gauss:20,d=10'; } | awk '{ print $1 / 1.840927234794011e-12 }' OFMT=%.17g

conv -g lowpass:0.1,shift=0.6 --print-kernel

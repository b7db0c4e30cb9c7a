echo 1 | conv --dims=2 -g lowpass:0.1,shift=0.2

seq 3 | conv --explain -M fft -e 1,2,3 | grep ^method

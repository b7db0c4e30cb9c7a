conv -u -M fft -e 1

conv --print-kernel -g lowpass:0.1,2,hann

conv --print-kernel -g bandpass:0.1,0.2,31,hann,shift=0.0123 -t raw | od -An -v -w16 -tf8

conv --print-kernel -g lowpass:0.1,taps=24,shift=-0.3 -t raw | od -An -v -w16 -tf8

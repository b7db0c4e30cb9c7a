conv --print-kernel -g lowpass:1kHz,taps=101,shift=2.5kHz --rate=48000 -t raw | od -An -v -w16 -tf8

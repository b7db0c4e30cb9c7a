conv --rate=8000 -g lowpass:4kHz

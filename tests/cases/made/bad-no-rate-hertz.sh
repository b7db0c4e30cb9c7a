conv -g 'lowpass:1kHz'

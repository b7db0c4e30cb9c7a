conv -g 'lowpass:0.5'

conv -g 'lowpass:1e-9'

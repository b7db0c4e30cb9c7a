conv -g 'lowpass:10ms'

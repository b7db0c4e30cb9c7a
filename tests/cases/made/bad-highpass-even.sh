conv -g 'highpass:0.1,30'

conv -g 'bandpass:0.2,0.1'

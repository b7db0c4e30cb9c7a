conv -g 'bandpass:0.1,0.3,0.2,0.4'

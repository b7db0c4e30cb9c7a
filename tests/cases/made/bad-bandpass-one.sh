conv -g 'bandpass:0.1'

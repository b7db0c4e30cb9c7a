conv -g 'bandpass:0.1,0.2,lo2=0.3'

conv -g 'bandpass:0.1,0.2,lo3=0.3,hi3=0.4'

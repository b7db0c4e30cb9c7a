conv -g 'lowpass:0.1,31,bartlett'

conv -g 'notch:0.1,0.2,30'

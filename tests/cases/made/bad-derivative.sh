conv -g 'gauss:2,d=11'

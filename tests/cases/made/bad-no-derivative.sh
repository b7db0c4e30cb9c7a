conv -g 'gauss:0.1,d=1'

conv -g 'gauss:2,4,1,1'

conv -g 'gauss:2,order=1'

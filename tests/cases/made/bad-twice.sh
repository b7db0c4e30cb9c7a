conv -g 'gauss:2,sigma=3'

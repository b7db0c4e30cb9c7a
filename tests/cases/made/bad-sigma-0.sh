conv -g 'gauss:0'

conv -g 'gauss:wide'

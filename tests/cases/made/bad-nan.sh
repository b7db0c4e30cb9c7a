conv -g 'gauss:nan'

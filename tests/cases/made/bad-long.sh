conv -g 'gauss:1e9'

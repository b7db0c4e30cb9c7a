conv -g 'gauss:-1'

conv -g 'gauss'

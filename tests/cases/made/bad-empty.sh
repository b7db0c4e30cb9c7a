conv -g 'gauss:'

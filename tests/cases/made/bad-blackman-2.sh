conv -g 'blackman:2'

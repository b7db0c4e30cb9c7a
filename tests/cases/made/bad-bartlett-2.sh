conv -g 'bartlett:2'

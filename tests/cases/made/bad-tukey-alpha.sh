conv -g 'tukey:9,1.5'

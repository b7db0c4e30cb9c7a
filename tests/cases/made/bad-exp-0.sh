conv -g 'exp:0'

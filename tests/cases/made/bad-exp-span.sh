conv -g 'exp:span=0.5'

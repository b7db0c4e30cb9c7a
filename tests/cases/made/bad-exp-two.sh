conv -g 'exp:3,span=4'

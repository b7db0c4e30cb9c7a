conv -g 'exp:1e8'

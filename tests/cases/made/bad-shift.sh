conv -g 'delta:-1'

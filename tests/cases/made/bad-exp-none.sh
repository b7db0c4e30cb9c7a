conv -g 'exp:truncate=5'

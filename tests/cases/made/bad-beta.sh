conv -g 'kaiser:5,101'

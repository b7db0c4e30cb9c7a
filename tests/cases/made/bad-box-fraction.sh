conv -g 'box:2.5'

conv -g 'box:0'

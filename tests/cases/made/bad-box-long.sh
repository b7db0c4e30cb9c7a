conv -g 'box:67108865'

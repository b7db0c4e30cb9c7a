conv -g 'box:5ms'

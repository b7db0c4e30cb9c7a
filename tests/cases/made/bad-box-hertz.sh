conv -g 'box:5Hz'

conv -g 'hann:5,scale=2'

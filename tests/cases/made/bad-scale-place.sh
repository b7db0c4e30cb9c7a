conv -g 'hann:5,0'

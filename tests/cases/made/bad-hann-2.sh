conv -g 'hann:2'

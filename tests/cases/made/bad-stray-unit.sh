conv -g 'box:5,kHz'

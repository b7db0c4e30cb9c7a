{ yes 1.7e308 | head -90; yes -- -1.5e308 | head -90; yes 3 | head -50; } |
conv -M fft -g box:100 -m valid

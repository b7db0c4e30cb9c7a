conv -g 'echo:5,7000dB'

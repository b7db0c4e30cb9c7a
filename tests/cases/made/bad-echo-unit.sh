conv -g 'echo:5,1Hz'

conv -g 'echo:0,1'

conv -g 'savgol:5,2,0,4'

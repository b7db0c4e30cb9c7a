conv -g 'savgol:5,2,3'

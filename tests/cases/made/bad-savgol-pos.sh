conv -g 'savgol:5,2,pos=5'

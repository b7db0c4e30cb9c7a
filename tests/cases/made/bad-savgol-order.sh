conv -g 'savgol:4,9'

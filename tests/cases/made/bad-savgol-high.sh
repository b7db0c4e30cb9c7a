conv -g 'savgol:40,17'

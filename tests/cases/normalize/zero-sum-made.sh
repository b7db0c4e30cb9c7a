conv --normalize=sum -g savgol:9,3,d=1

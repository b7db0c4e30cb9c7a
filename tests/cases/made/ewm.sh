head -50 $DATA/noise-1000.txt | conv -m same -b renorm -g exp:alpha=0.25

conv -m valid -b edge --map=5:6:1,2:4:3,1:4:5,5:1:2 $DATA/taps-7x5.txt $DATA/noise-50x5.txt

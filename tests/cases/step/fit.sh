for n in 7 31 299 300 301 330 4503599627370496; do
    conv --step=$n -m same -b fit -g savgol:11,2 $DATA/noise-300x2.txt || exit
done

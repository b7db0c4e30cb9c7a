for n in 5 300; do
    conv -q --step=$n -m same --same=longest $DATA/noise-300x2.txt $DATA/taps-31.txt
    conv -q --step=$n -m valid $DATA/noise-300x2.txt $DATA/taps-31.txt
done

for n in 0 5 8 100% 0% 37.5% 38%; do
    conv -c --overlap=$n --normalize=xcorr $DATA/taps-8.txt $DATA/noise-20.txt
    conv -q -c --overlap=$n --normalize=xcorr $DATA/noise-20.txt $DATA/taps-8.txt
done

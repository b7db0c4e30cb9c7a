# the same coefficients as each output comes, for levels far from zero too, from a file and a pipe
for method in direct exact; do
    for options in '' '-b zero' '--nan=omit --overlap=5'; do
        for signal in noise-1000.txt far-20.txt holes-40x2.txt; do
            conv -q -c -M $method $options --normalize=xcorr $DATA/taps-8.txt $DATA/$signal > whole
            conv -q -c -u -M $method $options --normalize=xcorr $DATA/taps-8.txt $DATA/$signal | cmp - whole
            cat $DATA/$signal |
                conv -q -c -u -M $method $options --normalize=xcorr $DATA/taps-8.txt | cmp - whole
        done
    done
done
wc -l < whole | tr -d ' '

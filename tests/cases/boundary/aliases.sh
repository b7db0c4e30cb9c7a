# other names for the same
for pair in edge=nearest edge=replicate edge=extend symmetric=symm wrap=circular wrap=periodic zero=constant:0; do
    conv -b "${pair%=*}" $DATA/taps-31.txt $DATA/noise-20.txt > one
    conv -b "${pair#*=}" $DATA/taps-31.txt $DATA/noise-20.txt | cmp - one && echo "$pair"
done

# no lag of the range meets the signal: an error for a short signal, a long one and a pipe, and no file is left
seq 30 > short
seq 300000 > long
for file in short long; do
    conv -c -e 1,2,3 --lags=300000:300001 $file; echo $?
    conv -c -e 1,2,3 --lags=300000:300001 < $file; echo $?
    cat $file | conv -j 1 -c -e 1,2,3 --lags=300000:300001 -o out; echo $?
done
ls

# kernels whose weights cancel: what counts as no weight is the same with every method
awk 'BEGIN { srand(3); for (i = 0; i < 9000; i++) print(i % 3000 > 1200 && rand() < 0.99 ? "nan" : rand()) }' > x
mask() { awk '{ print($1 == $1 + 0) }'; }
for kernel in savgol:801,3 bandpass:0.1,0.11,taps=400 triangle:701 exp:40; do
    conv -M exact -g $kernel --normalize=l1 --nan=omit -b renorm x | mask > true
    for method in direct fft auto; do
        conv -M $method -g $kernel --normalize=l1 --nan=omit -b renorm x | mask | cmp - true ||
            echo $kernel $method
    done
done

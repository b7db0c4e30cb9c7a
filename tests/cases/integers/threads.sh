# digits of taps and samples; the methods agree, with any number of threads
awk 'BEGIN { srand(1); for (i = 0; i < 200000; i++) printf "%.0f\n", int(rand() * 1048576) - 524288 }' > x
awk 'BEGIN { srand(2); for (i = 0; i < 3000; i++) printf "%.0f\n", int(rand() * 4294967296) - 2147483648 }' > k
conv -q -j 1 -M exact k x > exact
for j in 1 2 5; do conv -q -j $j -M fft k x | cmp - exact && conv -q -j $j -M direct k x | cmp - exact && conv -q -j $j -M exact k x | cmp - exact && echo same; done

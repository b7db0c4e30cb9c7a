# a signal with itself is 1, exactly; where there is nothing, nan; NaN leaves nothing, but where it is filled
echo 1 2 3 | conv -c --normalize=coeff -m valid -e 1,2,3
echo 0.1 0.7 -0.3 1e3 | conv -c --normalize=coeff -m valid -e 0.1,0.7,-0.3,1e3
for scale in e-300 e300 e-200 e200; do
    printf "%s$scale\n" 3 4 | conv -c --normalize=coeff -m valid -e "3$scale,4$scale" --format=%.15g
    printf "%s$scale\n" 1 2 2 | conv -c --normalize=coeff -m valid -e 1,0,0 --format=%.15g
done
printf '%s\n' 3e200 4 1e-300 | conv -c --normalize=coeff -m valid -e 3,4,0 --format=%.15g
echo 0 0 0 | conv -c --normalize=coeff -m valid -e 1,2
echo 3 nan 4 | conv -c --normalize=coeff -m valid -e 3,5,4
echo 1 inf 3 | conv -c --normalize=coeff -e 1,2
echo 3 nan 4 | conv -c --normalize=coeff --nan=fill:0 -m valid -e 3,0,4
echo 3 nan 4 | conv -c --normalize=biased -e 8
# taps that are integers over a divisor
echo 3 6 9 | conv -c --normalize=biased -m valid -g box:3
echo 3 3 3 | conv -c --normalize=coeff -m valid -g box:3
conv -c --normalize=biased -g box:2 --print-kernel

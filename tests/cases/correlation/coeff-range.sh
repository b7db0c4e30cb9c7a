# neither the product of the energies nor sums of samples and taps of any size overflow or vanish
coeff() { conv -c --normalize=coeff --format=%.13g "$@"; }
printf '%s\n' 1 1e302 1e9 | coeff -e 1e9,-2e9,1e-9
printf '%s\n' 1 8e307 1 | coeff -g triangle:4
for scale in e-320 e-160 e307; do
    echo "3$scale 4$scale" | coeff -e "3$scale,4$scale"
done
echo 1e-320 1e-321 -1e-320 | coeff -e 1e300,3e300
# each channel and each column by itself
printf '%s\n' 1,1e-318 2,3e-318 > taps
printf '%s\n' 1 2 | coeff -k taps
printf '%s\n' 1e-300,1e300 2e-300,3e300 | coeff -e 1,2

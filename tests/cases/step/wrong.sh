for n in 0 -1 1.5 two '' 4503599627370497 99999999999999999999; do
    seq 3 | conv -e 1 --step=$n
    echo $?
done

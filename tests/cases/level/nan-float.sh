# also where an engine made them; arrays and raw samples may hold what they like
printf '0,0\n1,0\n0,nan\ninf,0\n0,nan\n' > x
for type in wav w64 caf; do
    for encoding in f32 f64; do
        conv -e 1 --rate=8000 -t $type --encoding=$encoding -o $encoding.$type x
    done
done
conv -e 1 -t npy --encoding=f32 -o y.npy x 2> rest
conv -e 1 --rate=8000 -t raw --encoding=f64 -o y.raw x 2>> rest
conv -e 1 -t pfm -o y.pfm x 2>> rest
cat rest

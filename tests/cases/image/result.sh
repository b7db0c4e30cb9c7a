# What images hold, and what is said where they do not.
printf 'P2\n2 2\n255\n0 10\n100 255\n' > x
show() { od -An -c | sed 's/^ *//; s/  */ /g'; }
try() {
    echo "$*"
    conv "$@" | show
}
try -e 2 x
try -e -1 x
try -e .25 x
try -e 2 x --encoding=u16
printf 'P2\n2 2\n1000\n0 10\n100 255\n' | conv -e 2 | show
printf '1 2\n3 260\n' | conv --dims=2 -e 1 -t pgm | show
printf '1 2\n3 260\n' | conv --dims=2 -e 1 -t pgm --encoding=u16 | show
printf '1 nan\n' | conv --dims=2 -e 1 -t pgm | show
conv -e 1 x -t npy > x.npy
conv --dims=2 -e 1 x.npy -t pgm | show
echo 1 2 3 | conv -e 1 -t pgm | show
# kinds that do not fit
conv -e 1 x -t ppm
conv -e 1 "$DATA/image/colour.ppm" -t pgm
conv -e 1 "$DATA/image/alpha.pam" -t ppm
conv -e 1 "$DATA/image/alpha.pam" -t pgm
conv -e 1 "$DATA/image/alpha.pam" -t pfm
conv -c --lags -e 1 "$DATA/image/alpha.pam" --dims=1 -t pam
conv -e 1 x --encoding=s16
conv -e 1 x -o x.wav
# by suffix
for suffix in pgm pnm pam pfm; do
    conv -e 1 x -o y.$suffix
    head -c 2 y.$suffix
    echo
done
echo 'P1 2 1 01' | conv -e 1 | show

# a long image in the memory of a few of its rows; 30000 rows of 400 are 96 MB
row=$(seq 400 | tr '\n' ' ')
yes "$row" | head -30000 > x
for M in direct fft; do
    (ulimit -v 80000 && conv -j 1 -M $M --dims=2 -m same -b edge -e '0 0 0; 0 1 0; 0 0 0' x) |
        cut -d' ' -f 1,400 | sort -n | uniq -c | awk '{ $1 = $1; print }'
done
# where the end comes first and cannot be read twice, the whole signal is held
(ulimit -v 80000 && cat x | conv -j 1 --dims=2 -m same -b wrap -e '1; 1; 1' 2> /dev/null) | wc -l
conv --dims=2 -j 1 -m full -e '1 2 3; 1 1 1; 1 1 1; 1 1 1' --explain x | grep slab

# the status of a run that fails twice, for its input and for its output, does not depend on the threads: what comes
# before a NaN is written first, and as much of it whatever the number of threads
for before in 0 1 20000 131073 140000 150000 165000 200000 300000 500000 600000 1100000; do
    { seq $before; echo nan; seq 10; } > f
    { seq $before | tr '\n' ' '; echo nan 1 2; } > row
    for options in '-e 1' '-e 1,2,1 -m same -b mirror' '-g box:700 -M fft -b wrap'; do
        for file in f row; do
            statuses=$(for threads in 1 2 3; do
                conv -j $threads --nan=error $options $file > /dev/full
                echo $?
            done 2> /dev/null | sort -u)
            case $statuses in 1 | 2) ;; *) echo "$options, $before frames, $file:" $statuses ;; esac
        done
    done
done
{ seq 600000; echo nan; } > f
for threads in 1 2 3; do
    conv -j $threads --nan=error -e 1 f > /dev/full
    echo $?
    conv -j $threads --nan=error -e 1 f > out
    echo $?
done

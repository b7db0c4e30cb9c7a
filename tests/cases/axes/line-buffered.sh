# with -u each row of the result is there as soon as its last row of the signal is
mkfifo in
for kernel in '1 1 1' '1 1 1; 1 1 1; 1 1 1'; do
    conv -u --dims=2 -m same -e "$kernel" in > out &
    exec 3> in
    echo 1 2 3 >&3
    case $kernel in *\;*) echo 4 5 6 >&3 ;; esac
    for i in 1 2 3 4 5 6 7 8 9 10; do
        [ -s out ] && break
        sleep 0.5
    done
    cat out
    echo 7 8 9 >&3
    exec 3>&-
    wait
    sed 1d out
done

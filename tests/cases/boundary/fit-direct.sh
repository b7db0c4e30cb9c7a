for s in 1,0,0 3,1,0 3,2,1 4,2,0 5,2,0 5,3,2 6,3,1 7,4,3 19,3,1 20,5,0; do
    for n in $(seq ${s%%,*} 20); do
        head -$n $DATA/noise-20.txt | conv -M direct -g savgol:$s -m same --origin=right -b fit || exit
    done
done

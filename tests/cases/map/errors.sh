for map in 1:1 1:1:1, 0:1:1 1:65:1 65:1:1 1:1:4097 1:1:1:1 '1:1: 1' 1:+1:1 '' stereo 1:2:1,1:1:1,1:2:1 99999999999:1:1; do
    printf '1,2\n' | conv -e 1 --map="$map" || echo $?
done
printf '1,2\n3,4\n' | conv -e 1 --map=1:1:1,3:2:1 || echo $?
printf '1,2\n3,4\n' | conv -e 1 --map=1:1:1,2:5:2 || echo $?
printf '1,2\n3,4\n' | conv -e 1 --map=true-stereo || echo $?
printf '1,2,3\n4,5,6\n' > h
printf '1\n2\n' | conv -k h --map=true-stereo || echo $?
printf '1,2,3\n4,5,6\n' | conv -c --normalize=xcorr h --map=1:1:1,2:1:2 || echo $?
seq 9 | conv -g savgol:5,2 -m same -b fit --map=1:2:1 || echo $?

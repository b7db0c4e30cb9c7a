# --overlap is of coefficients over what overlaps, and no more than the shorter has
for n in 1.5 -1 -1% 101% 10%% a '' % nan; do
    echo 1 2 3 | conv -c --normalize=xcorr --overlap=$n -e 1,2,4; echo $?
done
echo 1 2 3 | conv -c --overlap=2 -e 1,2,4; echo $?
echo 1 2 3 | conv -c --normalize=l2 --overlap=2 -e 1,2,4; echo $?
echo 1 2 3 | conv -c --normalize=xcorr -b zero --overlap=2 -e 1,2,4; echo $?
echo 1 2 3 | conv -c --normalize=xcorr --overlap=4 -e 1,2,4,8; echo $?
echo 1 2 3 4 5 | conv -u -c --normalize=xcorr --overlap=5 -e 1,2,4,8; echo $?
seq 300000 | conv -c --normalize=xcorr --overlap=3 -e 1,2; echo $?

# nothing after the last lag's frames is read, whoever reads ahead
{ yes 1 | head -480000; echo x; } > race.txt
for j in 1 2; do conv -j $j -c --lags=0:300000 -e 1,2 race.txt | tail -1; done

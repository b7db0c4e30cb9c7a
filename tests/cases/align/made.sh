# a made kernel has its own time 0, which --tail takes; the middle of others does not count
echo 1 2 3 | conv -g exp:1,truncate=2,scale=0 --tail=none --format=%.6f
echo 1 0 0 0 0 | conv -g deriv:1 --tail=none
echo 1 0 0 0 0 | conv -g deriv:1 --tail=1 --origin=left
echo 1 0 0 0 0 | conv -g echo:2,0.5 --align=peak
echo 1 0 0 0 0 | conv -g delta:2 --align=onset

# with what else they work: presence, kept gaps, lines as they come, one axis of several, coefficients
echo 1 nan 3 4 | conv -q -e 1,4,1 --align=peak --nan=keep
echo 1 2 3 4 | conv -q -e 1,4,1 --tail=none --normalize=sum -b renorm
{ echo 1; echo 2; echo 3; } | conv -q -u -e 0,1,1,1 --align=peak --tail=1
printf '1 2\n3 4\n' | conv -q -e 1,5,2 --align=peak --tail=none --axes=1
printf '1 2\n3 4\n' | conv -q -e 1,5,2 --align=onset --axes=1
echo 1 2 4 | conv -q -c -e 1,3,1 --align=peak --normalize=biased
echo 1 2 4 | conv -q -e 0,1,1 --align=peak --tail=none --gain=20 --offset=1 --normalize=peak
conv -e 0,1,1 --align=peak --tail=none --print-kernel

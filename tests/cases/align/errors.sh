# what has no meaning together ends with status 2 and no output
x() { conv -e 0.1,1,0.5 "$@" < /dev/null; echo "$?"; }
x --align=peak --origin=0
x --align=peak -m valid
x --align=onset -m same --same=longest
x --align=peak -c --lags
x --align=peak -c --lags=-1:1
x --align=top
x --tail=none -m same
x --tail=none -m valid
x --tail=none --same=signal
x --tail=1 -c
x --tail=1 -c --lags=-1:1
x --tail=-1
x --tail=1.5
x --tail=1kHz
x --tail=nan
x --tail=
conv -g savgol:5,2 -m same -b fit --align=peak < /dev/null; echo $?
seq 9 | conv -e 1,2 --tail=1s; echo $?

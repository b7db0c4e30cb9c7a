# what there is to choose among, a line each
for what in '-m help' --same=help '-M help' --header=help --kernel-type=help; do conv $what; done
conv -b help | grep -o '^[^ ]*'
conv -b help | grep also
conv --normalize=help | grep -c .
conv -t help | grep -o '^[^ ]*' | paste -sd' '
conv --signal-encoding=help | grep -o '^[^ ]*' | paste -sd' '
conv -g help | grep -o '^[^ ]*' | grep -c .
conv -g help | grep -A1 ^savgol
conv -g help | awk 'length > 79'

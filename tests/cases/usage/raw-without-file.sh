conv -e 1 --kernel-type=raw --kernel-encoding=s16 < /dev/null || echo $?
conv -g box:3 --kernel-type=raw --kernel-encoding=s16 < /dev/null || echo $?

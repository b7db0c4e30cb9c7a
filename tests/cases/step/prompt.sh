# each output is written as soon as its inputs are there, and not later
mkfifo in out
timeout 20 conv -u -m same -e 1,1,1 --step=3 < in > out &
exec 3> in 4< out
answer() {
    read -r line <&4 && echo "$line"
}
printf '1\n2\n' >&3
answer
printf '3\n4\n5\n' >&3
answer
exec 3>&-
wait $!
cat <&4

# each answer is read before the next question is written: a reader that waited for more would hang
mkfifo in out
ask() { # MODE QUESTION...: after a question, the lines that must be there
    mode=$1
    shift
    timeout 20 conv -u $mode < in > out &
    exec 3> in 4< out
    for words; do
        printf '%b' "${words%%|*}" >&3
        for answer in ${words#*|}; do
            read -r line <&4 || echo 'no answer'
            [ "$line" = "$answer" ] && echo "$line" || echo "$line instead of $answer"
        done
    done
    exec 3>&-
    wait $!
    echo "then $(cat <&4 | tr '\n' ' ')"
    exec 4<&-
}
ask '-m valid -e 1,1,1' '1\n2\n|' '3\n|6' '4\n5|9' '\n|12'
ask '-e 1,1' '1\n|1' '2\n|3' '3\n4\n|5 7'
ask '-m same -e 1,1,1 -b edge' '1\n|' '2\n|4' '3\n|6'
ask '-m same -e 1,1,1 -b mirror' '1\n|' '2\n|5' '3\n|6'
ask '-m same --origin=0 -e 1,1 --nan=omit' 'nan\n|0' '2\n|4'
ask '-e 2 --gain=0 -j 4' '# a comment\n1\n|2' 'NA\n|nan'
ask '-m same --origin=0 -e 1,1 -M direct' 'a,b\n1,2\n|a,b' '3,4\n|1,2 4,6'

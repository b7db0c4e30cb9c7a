# what precedes a failure is handed on first: whole tasks, the same with any number of threads,
# also where just what is read to learn the length precedes it
before() {
    rows=$1
    shift
    awk -v "rows=$rows" 'BEGIN { for (i = 1; i <= rows; i++) print i % 7; print "x" }' > x
    sed '$d' x | conv -e 1,1 --rate=1 -t raw --encoding=f64 "$@" > whole
    for threads in 1 2 3; do
        conv -e 1,1 --rate=1 -t raw --encoding=f64 -j "$threads" "$@" x > "y$threads"
        echo $?
        bytes=$(wc -c < "y$threads")
        [ "$bytes" -ge $((8 * (rows - 40000))) ] && head -c "$bytes" whole | cmp - "y$threads"
    done
    cmp y1 y2 && cmp y1 y3 && echo same
}
before 131072
before 340000
before 340000 -m same -b renorm

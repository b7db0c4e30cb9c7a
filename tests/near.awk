# near.awk - compares numbers: the first file is expected, its first line "# TOLERANCE" relative to its largest.
FNR == 1 && NR == 1 { tolerance = $2; next }
{ gsub(/[,;]/, " ") }
NR == FNR { want[++rows] = $0; for (i = 1; i <= NF; i++) { a = $i < 0 ? -$i : $i + 0; if (a > peak) peak = a }; next }
{
    n = split(want[++row], w)
    if (n != NF) { print "row " row ": " NF " fields instead of " n; bad = 1; exit 1 }
    for (i = 1; i <= NF; i++) {
        if ($i == w[i]) continue
        if ($i !~ /^[-+]?[0-9.]/ || w[i] !~ /^[-+]?[0-9.]/) { print "row " row " field " i ": " $i " instead of " w[i]; bad = 1; exit 1 }
        d = $i - w[i]; if (d < 0) d = -d
        if (!(d <= tolerance * peak)) {
            print "row " row " field " i ": " $i " instead of " w[i] ", off by " d " with peak " peak; bad = 1; exit 1
        }
    }
}
END { if (bad) exit 1; if (row != rows) { print row + 0 " rows instead of " rows; exit 1 } }

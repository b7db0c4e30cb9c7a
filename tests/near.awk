# near.awk - compares numbers: near.awk EXPECTED GOT. The first line of what is expected says
# "# TOLERANCE", relative to the largest number there.
# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 the conv authors
function wrong(what) { print "row " row what; bad = 1; exit 1 }
function size(x) { return x < 0 ? -x : x + 0 }

FNR == 1 && NR == 1 { tolerance = $2; next }
{ gsub(/[,;]/, " ") }
NR == FNR {
    want[++rows] = $0
    for (i = 1; i <= NF; i++) if (size($i) > peak) peak = size($i)
    next
}
{
    n = split(want[++row], w)
    if (n != NF) wrong(": " NF " fields instead of " n)
    for (i = 1; i <= NF; i++) {
        if ($i == w[i]) continue
        told = " field " i ": " $i " instead of " w[i]
        if ($i !~ /^[-+]?[0-9.]/ || w[i] !~ /^[-+]?[0-9.]/) wrong(told)
        off = size($i - w[i])
        if (!(off <= tolerance * peak)) wrong(told ", off by " off " with peak " peak)
    }
}
END {
    if (bad) exit 1
    if (row != rows) { print row + 0 " rows instead of " rows; exit 1 }
}

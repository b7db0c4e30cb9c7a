try() {
    printf '%s: ' "$1"
    printf "$1" > x
    shift
    conv -e 1 -t csv "$@" x
    echo "status $?"
}
# headers of every kind
try 'P5\n0 4\n255\n'
try 'P5\n4 0\n255\n'
try 'P5\n4 4\n0\n'
try 'P5\n4 4\n70000\n'
try 'P6\n99999999999999999999 99999999999999999999\n255\nx'
try 'P6\n4000000 4000000000000000\n65535\nx'
try 'P5\n4194305 2\n255\nx'
try 'P5\n65536 2\n255\nx' --dims=1
try 'P7\nWIDTH 3\nHEIGHT 2\nDEPTH 70000\nMAXVAL 255\nENDHDR\n'
try 'P7\nWIDTH 3\nDEPTH 1\nMAXVAL 255\nENDHDR\n'
try 'P4\n3 0\n'
try 'Pf\n3 0\n-1\n'
try 'P3\n2 0\n255\n'
try 'P5\n64 48\n'
try 'P6\n64 48\n255'
try 'P4\n64 48'
try 'PF\n3 2\n-1'
try 'P7\nWIDTH 3\nHEI'
# what comes after them
try 'P5\n3 3\n255\nabcdefg'
try 'P5\n100 1000000000000\n255\nabcdefg'
try 'P5\n2 2\n110\nklmo'
try 'P5\n2 2\n110\nklno'
try 'P5\n1 2\n256\n\001\001\001\000'
try 'P2\n3 2\n10\n1 2 3 4 5'
try 'P2\n2 2\n10\n1 2 3 11'
try 'P2\n2 2\n10\n1 2 3 x'
try 'P2\n2 2\n10\n1 -2 3 4'
try 'P2\n2 2\n10\n1 2 3\000 4'
try 'P1\n2 2\n1 0 2 1'
try 'P4\n9 3\nabc'
try 'Pf\n2 3\n-1.0\nabcdabcd'

# tables whose header is a word of an image's
try() { printf "$1" | conv -e 1; }
try 'P5\n1\n2\n3\n'
try 'P2\n4\n4\n255\n1\n'
try 'P6\n10\n10\n255\n7\n8\n9\n10\n11\n12\n13\n14\n15\n16\n17\n18\n19\n20\n21\n22\n23\n24\n25\n'
try 'Pf\n1\n2\n-1\n4\n'
try 'P7\n1\n2\n'
try 'P5,P6\n1,2\n3,4\n'
try 'P5 P6\n1 2\n3 4\n'
try 'P1\n0\n'
try 'P5\n12'
# and an image with a number in each line of its header
printf 'P5\n2\n1\n255\n\377\001' | conv -e 1 -t csv
printf 'P5 2 1 255 ab' | conv -e 1 -t csv
printf 'P5#c\n2#c\n 1 #c\n255#c\nab' | conv -e 1 -t csv

# once a file, the first such line, and the kernel's file as well
{ echo 9007199254740993; seq 3; echo 9007199254740995; } > x
{ echo a,b; echo '1,"-9007199254740993"'; } > h.csv
conv -e 1 x 2>&1
conv -e 2 - < x > /dev/null
conv h.csv x > /dev/null
conv -q -e 1 x > /dev/null
conv -u -e 1 x 2>&1 > /dev/null | wc -l
# a row of fields, other rows of channels
echo 1 2 9007199254740993 | conv -e 1 2>&1
printf '1,2\n3,18446744073709551617\n' | conv -e 1 2>&1
echo 1 | conv -e 9007199254740993,1,-9007199254740993

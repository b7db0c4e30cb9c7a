# No frames, and a name after them, from a file and from a pipe; then a length never filled in.
head='COMM\0\0\0\022\0\001\0\0\0\0\0\020\100\013\372\0\0\0\0\0\0\0SSND\0\0\0\010\0\0\0\0\0\0\0\0'
printf "FORM\\0\\0\\0\\076AIFF${head}NAME\\0\\0\\0\\010abcdefgh" > x
conv -e 1 x; echo $?
cat x | conv -e 1; echo $?
printf "FORM\\0\\0\\0\\056AIFF${head}\\100\\0\\040\\0\\300\\0" > x
conv -e 1 -t csv x
cat x | conv -e 1 -t csv

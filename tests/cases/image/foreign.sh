# images that conv does not read
try() {
    printf "$1" > x
    head -c 100 /dev/zero >> x
    conv -e 1 x
    conv x -e 1 < x
    conv x x
}
try '\211PNG\r\n\032\n'
try '\377\330\377\340'
try 'II*\0\010\0\0\0'
try 'MM\0*\0\0\0\010'
try 'GIF89a\020\0\020\0'
try 'GIF87a\020\0\020\0'
try 'RIFF\100\0\0\0WEBPVP8 '
try 'BM\100\0\0\0\0\0\0\0\066\0\0\0\050\0\0\0'
try 'YUV4MPEG2 W2 H2 F25:1\n'
try 'PK\3\4\24\0\0\0'
printf 'BMI\n1\n2\n' | conv -e 1

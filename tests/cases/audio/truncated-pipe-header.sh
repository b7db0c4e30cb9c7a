# 16-bit mono that declares 400000 frames, and 200000 come
(printf 'RIFF\044\065\014\000WAVEfmt \020\0\0\0\001\0\001\0\100\037\0\0\200\076\0\0\002\0\020\0data\000\065\014\000'; head -c 400000 /dev/zero) | conv -e 1 | wc -c

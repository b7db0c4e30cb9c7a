awk 'BEGIN { for (i = 0; i < 4; i++) for (c = 0; c < 64; c++)
    printf "%d%s", (7 * i + 3 * c) % 11 - 5, c < 63 ? " " : "\n" }' > x
awk 'BEGIN { for (j = 0; j < 2; j++) for (c = 0; c < 4096; c++)
    printf "%d%s", (5 * j + c) % 13 - 6, c < 4095 ? " " : "\n" }' > h
conv -m valid --map="$(awk 'BEGIN { for (i = 0; i < 64; i++) for (o = 0; o < 64; o++)
    printf "%s%d:%d:%d", i + o ? "," : "", i + 1, o + 1, 64 * i + o + 1 }')" h x

awk 'BEGIN { for (i = 0; i < 80000; i++)
    print i * i % 89 == 2 ? "nan" : i % 97 + 0.5, i % 71 == 5 ? "nan" : i % 17 }' > x
conv -g box:250 -m same --origin=0 -b renorm --nan=omit:245/250 < x > y
cat x | conv -j 1 -g box:250 -m same --origin=0 -b renorm --nan=omit:245/250 | cmp - y
head -300 y; tail -300 y

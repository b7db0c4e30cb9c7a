awk 'BEGIN { for (i = 0; i < 80000; i++)
    print i * i % 89 == 2 ? "nan" : i % 97 + 0.5, i % 71 == 5 ? "nan" : i % 17 }' > x
conv -g box:5 -m same --nan=keep < x > y
cat x | conv -j 1 -g box:5 -m same --nan=keep | cmp - y
head -300 y; tail -300 y

echo old > f; seq 2 | conv -e 1 -o /dev/fd/3 3>> f; cat f

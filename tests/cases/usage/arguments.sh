# options without the argument that they need, and with one that they do not take
conv -e 1 --mode
conv -e 1 -m
conv -e 1 --quiet=very
conv -e 1 --signal x

seq 3 | conv -e 1 -M magic

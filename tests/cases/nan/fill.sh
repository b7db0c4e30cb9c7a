printf '1,\nNA,2\n' | conv --nan=fill:10 -e 1,1
echo nan inf 2 | conv --nan=fill:-0.5 -e 1,1

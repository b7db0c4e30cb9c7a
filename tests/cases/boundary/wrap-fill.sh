# what is filled is filled before the first frame too
{ yes 1 | head -199999; echo nan; } > w.txt
conv -e 1,1,1 -m same -b wrap --nan=fill:0 w.txt | head -2
cat w.txt | conv -e 1,1,1 -m same -b wrap --nan=fill:0 | head -2

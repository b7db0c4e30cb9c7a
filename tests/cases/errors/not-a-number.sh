seq 6 | sed 's/.*/1,2,3/' > x; echo '1,2,abc' >> x; conv -e 1 x

(yes a | head -n 2000000 | tr '\n' ' '; echo; seq 3) | timeout 60 conv -e 2 | tail -3

(printf 'a|"b\n'; seq 20 | sed 's/.*/&|&/') | conv -d '|' -e 1,1 -m valid | head -3

awk 'BEGIN { for (i = 0; i < 900000; i++) printf "\"%d  \" ", i % 7; print "" }' | conv -e 1 | tr ' ' '\n' | awk '{ s += $1; n++ } END { print n, s }'

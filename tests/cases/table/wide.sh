awk 'BEGIN { for (r = 0; r < 3; r++) { for (i = 1; i < 2000; i++) printf "%d ", i; print i } }' | conv -e 1,1 -m valid | awk '{ print NF, $1, $2000 }'

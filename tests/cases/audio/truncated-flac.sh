conv -e 1 -t text $DATA/cut.flac | awk 'END { print (NR < 300) }'

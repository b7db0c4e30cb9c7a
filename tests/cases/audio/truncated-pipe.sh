cat $DATA/truncated.wav | conv -e 1 -t text | wc -l

cat $DATA/truncated.wav | conv -e 1 | wc -c

conv -e 1 -t text $DATA/truncated.wav | wc -l

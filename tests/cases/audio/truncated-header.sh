# needs: sox
conv -q -e 1 $DATA/truncated.wav | soxi -s -

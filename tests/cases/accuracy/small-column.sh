printf '1e17\n' | conv -M fft --nan=omit -k $DATA/small-column.txt | cut -d ' ' -f 1

conv -e 1 -t text $DATA/streamed-ffmpeg.wav > a; cat $DATA/streamed-ffmpeg.wav | conv -e 1 -t text | cmp - a; conv -e 1 -t text $DATA/s16.wav | cmp - a; wc -l < a

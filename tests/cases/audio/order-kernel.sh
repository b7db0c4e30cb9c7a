# needs: ffmpeg
# Channels of the kernel are those of the signal: one that the LFE alone passes.
tones 5.1 -c:a pcm_s16le x.wav
ffmpeg -v error -f lavfi -i "aevalsrc='0|0|0|eq(n\\,2400)|0|0':c=5.1:s=48000:d=0.1" \
    -c:a libopus -mapping_family 1 h.opus
conv -t text h.opus x.wav | awk '{ for (c = 1; c <= 6; c++) sum[c] += $c * $c }
    END { for (c = 1; c <= 6; c++) print (sum[c] > sum[4] / 100) }'

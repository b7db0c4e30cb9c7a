# past the pieces in which samples are rounded: frame 30000 of 3 channels, 0.625 s
awk 'BEGIN { for (i = 0; i < 40000; i++) print 0.5, (i == 30000 ? 1.25 : 0), 0 }' |
    conv -e 1 --rate=48000 -t wav --encoding=s24 -o y.wav
awk 'BEGIN { for (i = 0; i < 40000; i++) print 0.5, (i == 30000 ? 1.25 : 0), 0 }' |
    conv -e 1 --rate=48000 -t flac --encoding=s24 -o y.flac
awk 'BEGIN { for (i = 0; i < 40000; i++) print 0.5, (i == 30000 ? 1.25 : 0), 0 }' |
    conv -e 1 --rate=48000 -t ogg -o y.ogg

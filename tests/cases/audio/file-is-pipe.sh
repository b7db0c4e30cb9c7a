# the same bytes from a file and from a pipe, signal and kernel, every kind of file
for f in u8.wav s16.wav s24.wav s32.wav f32.wav f64.wav ulaw.wav adpcm.wav extensible16.wav extensible24.wav \
    extensiblef32.wav s16.rf64 f64.rf64 s24.w64 f32.w64 s8.aiff s16.aiff s24.aiff s32.aiff f32.aiff f64.aiff s16.au \
    s24.au f32.au f64.au ulaw.au s16.caf f32.caf alac16.caf s16.flac s24.flac vorbis.ogg opus.opus mp3.mp3 little.aiff \
    big.wav tail.wav preface.wav; do
    conv -q $DATA/taps-3.txt $DATA/$f > file
    cat $DATA/$f | conv -q $DATA/taps-3.txt - > pipe; cmp pipe file || echo "$f as signal"
    conv -q $DATA/$f $DATA/s16.wav > file
    cat $DATA/$f | conv -q - $DATA/s16.wav > pipe; cmp pipe file || echo "$f as kernel"
    n=$((n + 1))
done
echo $n files

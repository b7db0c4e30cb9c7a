# needs: ffmpeg ffprobe
layout_of() { ffprobe -v error -show_entries stream=channel_layout -of csv=p=0 "$1"; }
for layout in 3.0 quad 5.0 5.1 6.1 7.1; do
    for file in x.flac x.ogg x.opus; do
        case $file in *.ogg) codec=libvorbis ;; *.opus) codec='libopus -mapping_family 1' ;; *) codec=flac ;; esac
        ffmpeg -v error -y -f lavfi -i "anullsrc=cl=$layout:r=48000:d=0.01" -c:a $codec $file
        conv -e 1 $file -o y.wav
        [ "$(layout_of y.wav)" = $layout ] || echo $layout $file
    done
done

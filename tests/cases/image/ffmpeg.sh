# needs: ffmpeg ffprobe
# a video, image by image
video() { ffmpeg -v error -f lavfi -i testsrc2=s=48x32:d=1:r=10 -f image2pipe -c:v "$1" -; }
for codec in ppm pam pgm; do
    video $codec > in
    cat in | conv -e 1 | cmp - in
done
video ppm | conv -e '0 -1 0; -1 5 -1; 0 -1 0' -q | ffmpeg -v error -f image2pipe -i - out.mkv
ffprobe -v error -count_frames -show_entries stream=width,height,nb_read_frames -of csv=p=0 out.mkv
video ppm | conv -e 2 2>&1 > /dev/null | wc -l

# needs: sox
sox -n -r 48000 -c 1 a.wav trim 0 3s
sox -n -r 44100 -c 1 b.wav trim 0 3s
echo 1 > c.txt
echo 1 | conv -k c.txt -k a.wav -k b.wav

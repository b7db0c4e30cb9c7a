# needs: ffmpeg
# Speakers above the listeners stay, where libsndfile reads the file too.
ffmpeg -v error -f lavfi -i 'aevalsrc=0|0|0|0|0|0:c=FL+FR+FC+LFE+TFL+TFR:s=48000:d=0.01' x.w64
conv -e 1 -t wav x.w64 | od -An -tx4 -j 40 -N 4
cat x.w64 | conv -e 1 -t wav | od -An -tx4 -j 40 -N 4

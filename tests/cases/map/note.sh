# needs: sox
sox -r 8000 -c 1 -n -b 16 mono.wav synth 0.01 sine 500 vol 0.05
sox -r 8000 -c 4 -n -b 16 room.wav synth 0.01 sine 300 vol 0.1 gain -20
conv room.wav mono.wav | soxi -c -
conv --map=true-stereo room.wav mono.wav 2> err | soxi -c -
conv -c room.wav --map=1:1:1 mono.wav 2>> err | soxi -c -
cat err

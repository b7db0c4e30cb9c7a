# needs: sox
sox -n -r 8000 a.wav trim 0 0.01; sox -n -r 44100 b.wav trim 0 0.01; conv a.wav b.wav

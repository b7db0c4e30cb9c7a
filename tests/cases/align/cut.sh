cp $SAMPLES/room.wav .
conv -k room.wav --trim=-40dB --print-kernel --rate=16000 -t text | tail -100
conv -k room.wav --trim=-20 --kernel-length=250ms --print-kernel --rate=16000 -t text | tail -100
conv -k room.wav --kernel-length=4000 --print-kernel --rate=16000 -t text | tail -100
conv -k room.wav --kernel-length=0.5s --print-kernel --rate=16000 -t text | tail -100
conv -k room.wav --kernel-length=0.01ms --print-kernel --rate=16000 -t text | tail -100

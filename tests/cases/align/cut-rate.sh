cp $DATA/decay-3000.txt .
conv -k decay-3000.txt --kernel-length=2720 --print-kernel | tail -300
conv -k decay-3000.txt --kernel-length=200 --print-kernel
conv decay-3000.txt --kernel-length=170ms --tail=none -t text $SAMPLES/speech.wav |
    awk 'NR % 997 == 1'
conv decay-3000.txt --dims=1 --kernel-length=170ms --tail=none -t text \
    $SAMPLES/speech.wav |
    awk 'NR % 997 == 1'

for M in direct fft; do
    conv -q -c --normalize=xcorr -t text --dims=2 -M $M -b zero $DATA/correlation2/level-steep-taps.npy $DATA/correlation2/level-steep.npy
    conv -q -c --normalize=xcorr -t text --dims=2 -M $M --overlap=3 $DATA/correlation2/level-steep-taps.npy $DATA/correlation2/level-steep.npy
    conv -q -c --normalize=xcorr -t text --dims=2 -M $M --overlap=3 --nan=omit $DATA/correlation2/level-steep-taps.npy $DATA/correlation2/level-steep-holed.npy
done

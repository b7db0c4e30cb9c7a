for M in direct fft exact auto; do
    conv -q -c --normalize=xcorr -t text --dims=3 -M $M -m full $DATA/correlation2/cube-taps.npy $DATA/correlation2/cube.npy
    conv -q -c --normalize=xcorr -t text --dims=3 -M $M -m full --overlap=3 $DATA/correlation2/cube-taps.npy $DATA/correlation2/cube.npy
    conv -q -c --normalize=xcorr -t text --dims=3 -M $M -m full --overlap=100% $DATA/correlation2/cube-taps.npy $DATA/correlation2/cube.npy
    conv -q -c --normalize=xcorr -t text --dims=3 -M $M -m full $DATA/correlation2/cube-taps.npy $DATA/correlation2/cube-holed.npy
    conv -q -c --normalize=xcorr -t text --dims=3 -M $M -m full --nan=omit $DATA/correlation2/cube-taps.npy $DATA/correlation2/cube-holed.npy
done

for M in direct fft exact auto; do
    conv -q -c --normalize=xcorr -t text --dims=2 -M $M -m full $DATA/correlation2/across-taps.npy $DATA/correlation2/across.npy
    conv -q -c --normalize=xcorr -t text --dims=2 -M $M -m full --overlap=3 $DATA/correlation2/across-taps.npy $DATA/correlation2/across.npy
    conv -q -c --normalize=xcorr -t text --dims=2 -M $M -m full --overlap=100% $DATA/correlation2/across-taps.npy $DATA/correlation2/across.npy
    conv -q -c --normalize=xcorr -t text --dims=2 -M $M -m full $DATA/correlation2/across-taps.npy $DATA/correlation2/across-holed.npy
    conv -q -c --normalize=xcorr -t text --dims=2 -M $M -m full --nan=omit $DATA/correlation2/across-taps.npy $DATA/correlation2/across-holed.npy
done

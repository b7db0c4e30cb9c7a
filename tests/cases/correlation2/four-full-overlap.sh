for M in direct fft exact auto; do
    conv -q -c --normalize=xcorr -t text --dims=4 -M $M -m full $DATA/correlation2/four-taps.npy $DATA/correlation2/four.npy
    conv -q -c --normalize=xcorr -t text --dims=4 -M $M -m full --overlap=3 $DATA/correlation2/four-taps.npy $DATA/correlation2/four.npy
    conv -q -c --normalize=xcorr -t text --dims=4 -M $M -m full --overlap=100% $DATA/correlation2/four-taps.npy $DATA/correlation2/four.npy
    conv -q -c --normalize=xcorr -t text --dims=4 -M $M -m full $DATA/correlation2/four-taps.npy $DATA/correlation2/four-holed.npy
    conv -q -c --normalize=xcorr -t text --dims=4 -M $M -m full --nan=omit $DATA/correlation2/four-taps.npy $DATA/correlation2/four-holed.npy
done

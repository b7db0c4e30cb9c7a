for M in direct fft exact auto; do
    conv -q -c --normalize=xcorr -t text --dims=2 -M $M -m same $DATA/correlation2/row-taps.npy $DATA/correlation2/row.npy
    conv -q -c --normalize=xcorr -t text --dims=2 -M $M -m same --overlap=3 $DATA/correlation2/row-taps.npy $DATA/correlation2/row.npy
    conv -q -c --normalize=xcorr -t text --dims=2 -M $M -m same --overlap=100% $DATA/correlation2/row-taps.npy $DATA/correlation2/row.npy
    conv -q -c --normalize=xcorr -t text --dims=2 -M $M -m same $DATA/correlation2/row-taps.npy $DATA/correlation2/row-holed.npy
    conv -q -c --normalize=xcorr -t text --dims=2 -M $M -m same --nan=omit $DATA/correlation2/row-taps.npy $DATA/correlation2/row-holed.npy
done

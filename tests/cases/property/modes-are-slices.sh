# same and valid are slices of full, bit for bit with direct
conv -M direct $DATA/taps-31.txt $DATA/noise-1000.txt > full
conv -M direct -m same $DATA/taps-31.txt $DATA/noise-1000.txt > same
conv -M direct -m valid $DATA/taps-31.txt $DATA/noise-1000.txt > valid
tail -n +16 full | head -1000 | cmp - same && tail -n +31 full | head -970 | cmp - valid && echo slices

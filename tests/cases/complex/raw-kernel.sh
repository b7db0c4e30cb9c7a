printf '1\n2\n' | conv --kernel-type=raw --kernel-encoding=cf32 -t raw -k $DATA/complex/cf32.raw --encoding=cf64 | od -An -v -tf8 -w16 -N16 | awk '{ print NF }'

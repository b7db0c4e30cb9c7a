conv --encoding=cf32 -e 1 $DATA/complex/identity.npy | cmp - $DATA/complex/elements-littlec8C.npy && echo 1
conv --encoding=cf32be -e 1 $DATA/complex/identity.npy | cmp - $DATA/complex/elements-bigc8C.npy && echo 1
conv --encoding=cf64be -e 1 $DATA/complex/identity.npy | cmp - $DATA/complex/elements-bigc16C.npy && echo 1

for f in elements-littlec8C elements-littlec8F elements-littlec16C elements-littlec16F elements-bigc8C elements-bigc8F elements-bigc16C elements-bigc16F; do
    conv -e 1 $DATA/complex/$f.npy | cmp - $DATA/complex/identity.npy && echo 1
    conv -e 1 < $DATA/complex/$f.npy | cmp - $DATA/complex/identity.npy && echo 1
done

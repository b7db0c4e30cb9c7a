ln -s $DATA/axes/colours-holed.npy holed; ln -s $DATA/axes/colours.npy whole
for o in '-m full -b renorm,wrap --nan=omit holed' \
    '-m full -b renorm,wrap --nan=propagate whole' \
    '-m full -b edge,renorm --nan=omit holed' \
    '-m full -b edge,renorm --nan=propagate whole' \
    '-m full -b renorm,odd --nan=omit holed' \
    '-m full -b renorm,odd --nan=propagate whole' \
    '-m full -b constant:3,renorm --nan=omit holed' \
    '-m full -b constant:3,renorm --nan=propagate whole'; do
    conv --dims=2 -t text -k $DATA/axes/colours-weights.npy $o
done

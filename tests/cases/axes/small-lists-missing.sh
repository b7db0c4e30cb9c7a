ln -s $DATA/axes/small-holed.npy holed; ln -s $DATA/axes/small.npy whole
for o in '-m full -b renorm,odd --nan=omit holed' \
    '-m full -b renorm,odd --nan=propagate whole' \
    '-m full -b odd,renorm --nan=omit holed' \
    '-m full -b odd,renorm --nan=propagate whole' \
    '-m full -b renorm,mirror --nan=omit holed' \
    '-m full -b renorm,mirror --nan=propagate whole' \
    '-m full -b wrap,renorm --nan=omit holed' \
    '-m full -b wrap,renorm --nan=propagate whole' \
    '-m full -b renorm,symmetric --nan=omit holed' \
    '-m full -b renorm,symmetric --nan=propagate whole' \
    '-m full -b mirror,renorm --nan=omit holed' \
    '-m full -b mirror,renorm --nan=propagate whole'; do
    conv --dims=2 -t text -k $DATA/axes/small-weights.npy $o
done

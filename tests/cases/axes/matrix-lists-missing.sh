ln -s $DATA/axes/matrix-holed.npy holed; ln -s $DATA/axes/matrix.npy whole
for o in '-m full -b renorm,edge --nan=omit holed' \
    '-m full -b renorm,edge --nan=propagate whole' \
    '-m full -b wrap,renorm --nan=omit holed' \
    '-m full -b wrap,renorm --nan=propagate whole' \
    '-m full -b renorm,constant:3 --nan=omit holed' \
    '-m full -b renorm,constant:3 --nan=propagate whole' \
    '-m full -b zero,renorm --nan=omit holed' \
    '-m full -b zero,renorm --nan=propagate whole' \
    '-m full -b renorm,zero --nan=omit holed' \
    '-m full -b renorm,zero --nan=propagate whole' \
    '-m full -b constant:3,renorm --nan=omit holed' \
    '-m full -b constant:3,renorm --nan=propagate whole' \
    '-m full -b renorm,mirror --nan=omit holed' \
    '-m full -b renorm,mirror --nan=propagate whole' \
    '-m full -b odd,renorm --nan=omit holed' \
    '-m full -b odd,renorm --nan=propagate whole' \
    '-m full -b renorm,wrap --nan=omit holed' \
    '-m full -b renorm,wrap --nan=propagate whole' \
    '-m full -b symmetric,renorm --nan=omit holed' \
    '-m full -b symmetric,renorm --nan=propagate whole'; do
    conv --dims=2 -t text -k $DATA/axes/matrix-weights.npy $o
done

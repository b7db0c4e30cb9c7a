ln -s $DATA/axes/four-holed.npy holed; ln -s $DATA/axes/four.npy whole
for o in '-m full -b renorm,edge,wrap,mirror --nan=omit holed' \
    '-m full -b renorm,edge,wrap,mirror --nan=propagate whole' \
    '-m full -b zero,renorm,wrap,mirror --nan=omit holed' \
    '-m full -b zero,renorm,wrap,mirror --nan=propagate whole' \
    '-m full -b zero,edge,renorm,mirror --nan=omit holed' \
    '-m full -b zero,edge,renorm,mirror --nan=propagate whole' \
    '-m full -b zero,edge,wrap,renorm --nan=omit holed' \
    '-m full -b zero,edge,wrap,renorm --nan=propagate whole' \
    '-m full -b renorm,odd,symmetric,constant:3 --nan=omit holed' \
    '-m full -b renorm,odd,symmetric,constant:3 --nan=propagate whole' \
    '-m full -b wrap,renorm,symmetric,constant:3 --nan=omit holed' \
    '-m full -b wrap,renorm,symmetric,constant:3 --nan=propagate whole' \
    '-m full -b wrap,odd,renorm,constant:3 --nan=omit holed' \
    '-m full -b wrap,odd,renorm,constant:3 --nan=propagate whole' \
    '-m full -b wrap,odd,symmetric,renorm --nan=omit holed' \
    '-m full -b wrap,odd,symmetric,renorm --nan=propagate whole'; do
    conv --dims=4 -t text -k $DATA/axes/four-weights.npy $o
done

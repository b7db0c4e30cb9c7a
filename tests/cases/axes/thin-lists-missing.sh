ln -s $DATA/axes/thin-holed.npy holed; ln -s $DATA/axes/thin.npy whole
for o in '-m full -b renorm,wrap,odd --nan=omit holed' \
    '-m full -b renorm,wrap,odd --nan=propagate whole' \
    '-m full -b edge,renorm,odd --nan=omit holed' \
    '-m full -b edge,renorm,odd --nan=propagate whole' \
    '-m full -b edge,wrap,renorm --nan=omit holed' \
    '-m full -b edge,wrap,renorm --nan=propagate whole' \
    '-m full -b renorm,constant:3,zero --nan=omit holed' \
    '-m full -b renorm,constant:3,zero --nan=propagate whole' \
    '-m full -b mirror,renorm,zero --nan=omit holed' \
    '-m full -b mirror,renorm,zero --nan=propagate whole' \
    '-m full -b mirror,constant:3,renorm --nan=omit holed' \
    '-m full -b mirror,constant:3,renorm --nan=propagate whole'; do
    conv --dims=3 -t text -k $DATA/axes/thin-weights.npy $o
done

ln -s $DATA/axes/cube-holed.npy holed; ln -s $DATA/axes/cube.npy whole
for o in '-m full -b renorm,zero,edge --nan=omit holed' \
    '-m full -b renorm,zero,edge --nan=propagate whole' \
    '-m full -b wrap,renorm,edge --nan=omit holed' \
    '-m full -b wrap,renorm,edge --nan=propagate whole' \
    '-m full -b wrap,zero,renorm --nan=omit holed' \
    '-m full -b wrap,zero,renorm --nan=propagate whole' \
    '-m full -b renorm,constant:3,zero --nan=omit holed' \
    '-m full -b renorm,constant:3,zero --nan=propagate whole' \
    '-m full -b odd,renorm,zero --nan=omit holed' \
    '-m full -b odd,renorm,zero --nan=propagate whole' \
    '-m full -b odd,constant:3,renorm --nan=omit holed' \
    '-m full -b odd,constant:3,renorm --nan=propagate whole'; do
    conv --dims=3 -t text -k $DATA/axes/cube-weights.npy $o
done

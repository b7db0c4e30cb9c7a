# of any other option the last counts
seq 3 | conv -e 1,1 -m full -m same -m valid --format=%.3f --format=%.1f

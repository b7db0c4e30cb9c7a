seq 3 | conv --tap 1 --form=%.1f

seq 3 | conv nowhere

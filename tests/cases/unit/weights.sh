unit-weights

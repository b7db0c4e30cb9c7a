unit-quiet

unit-transform

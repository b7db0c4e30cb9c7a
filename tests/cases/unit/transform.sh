$UNIT-transform

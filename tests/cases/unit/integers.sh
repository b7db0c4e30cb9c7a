$UNIT-integers

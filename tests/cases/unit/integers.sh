unit-integers

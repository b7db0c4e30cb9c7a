$UNIT-guard

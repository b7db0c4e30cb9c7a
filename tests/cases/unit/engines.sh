$UNIT-engines quiet

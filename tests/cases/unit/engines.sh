unit-engines quiet

unit-engines quiet direct

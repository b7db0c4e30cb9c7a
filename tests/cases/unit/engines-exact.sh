unit-engines quiet exact

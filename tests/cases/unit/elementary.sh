unit-elementary "$DATA/elementary.txt"

# a room whose peak is far from the middle draws a note in mode same; others, and who chose, do not
room() { awk "BEGIN { for (j = 0; j < $1; j++) print (j % 2 ? -1 : 1) * exp($2 * j) }"; }
room 200 -0.1 > room
tac room > late
cat late room > both
room 65 -0.1 > long
room 64 -0.1 > short
room 200 -0.01 > slow
awk 'BEGIN { for (j = 0; j < 400; j++) print j == 150 }' > near
x() { echo "$*:"; echo 1 2 3 4 | conv "$@" 2>&1 > /dev/null; }
x -m same room
x -m same late --rate=1000
for kernel in both long short slow near; do x -m same $kernel; done
x -m same --origin=0 room
x -m same --origin=left room
x -m same -c room
x -m same --same=longest room
x -m same -q room
x -m same --align=peak room
x -m same --dims=2 room
x -m full room
x -m same -g delta:200
x --tail=none -q room

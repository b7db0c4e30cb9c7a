# times count frames of the signal, at its rate or at the user's, and notes tell both
echo 1 2 3 4 | conv --rate=4 -e 0,0,1,0,0,1,1 --align=peak --tail=0.5s
echo 1 2 3 4 | conv --rate=4 -e 0,0,1,0,0,1,1 --align=peak --tail=500ms --step=2

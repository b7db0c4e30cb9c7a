# the plan tells where the result begins and what it reads; the notes are told beside it
seq 9 | conv -e 0,0,1,2,9,3,1 --align=peak --tail=1 --explain | sed -n 's/^mode: //p'
seq 9 | conv -e 0,0,1,2,9,3,1 --tail=none -v > all

for s in delta delta:2 echo:2,0.5 echo:3,-1 echo:delay=1,gain=2; do conv --print-kernel -g $s | tr "\n" " "; done

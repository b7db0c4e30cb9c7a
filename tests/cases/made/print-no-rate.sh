conv --print-kernel -g box:3 -o k.wav; ls

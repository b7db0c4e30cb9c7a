# needs: sox
conv --print-kernel -g echo:3,-0.5 --rate=8000 -o k.wav; soxi -r k.wav; soxi -s k.wav; soxi -e k.wav; conv --print-kernel k.wav | tr "\n" " "; conv --print-kernel -e 1,0.5 --gain=-20 -t raw --encoding=f32 | od -An -tf4 | tr -s " "

# needs: sox
cp $DATA/s16.wav x.wav; conv -e 0.5,0.25 x.wav -o x.wav; soxi -s x.wav; ls -A

# needs: sox
conv -e 1 $DATA/vorbis.ogg | soxi -e -

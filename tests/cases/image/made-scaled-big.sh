conv -e 1 "$DATA/image/scaled.pfm" --encoding=f32be

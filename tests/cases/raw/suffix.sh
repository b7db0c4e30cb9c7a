seq 3 | conv -e 1 -o y.raw --encoding=f32; od -An -tf4 -w4 y.raw | tr -d ' '

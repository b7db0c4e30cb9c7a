echo 1j | conv -e 1 -t raw --encoding=f32

printf '\000\000\200\077\000\000\000\100' > k; seq 3 | conv -k k --kernel-type=raw --kernel-encoding=f32

conv --version | sed -E 's/[0-9]+ bits|as compiled/.../; s/(sndfile|soxr)-[0-9.]+[^,]*/\1/g'

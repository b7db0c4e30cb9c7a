conv --version | sed -E 's/[0-9]+ bits|as compiled/.../; s/sndfile-[0-9.]+.*/sndfile/'

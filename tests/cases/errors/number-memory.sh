# needs: cc
echo '#include <unistd.h>
void *_Znwm(unsigned long bytes) { (void)bytes; _exit(99); }' > new.c
cc -shared -fPIC -o new.so new.c
seq 2 > n; ASAN_OPTIONS=verify_asan_link_order=0 LD_PRELOAD="$PWD/new.so" conv -e 1,123456789012345678901234567890e-400 n

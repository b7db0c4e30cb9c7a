# needs: cc
cat > early.c <<'END'
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
static int stopped(int fd, int new) { if (new) raise(SIGTERM); return fd; }
int open64(const char *path, int flags, ...)
{
    int (*next)(const char *, int, ...) = dlsym(RTLD_NEXT, "open64");
    va_list rest;
    va_start(rest, flags);
    int mode = flags & O_CREAT ? va_arg(rest, int) : 0;
    va_end(rest);
    return stopped(next(path, flags, mode), flags & O_EXCL);
}
int mkstemp64(char *path) { return stopped(((int (*)(char *))dlsym(RTLD_NEXT, "mkstemp64"))(path), 1); }
END
cc -shared -fPIC -o early.so early.c -ldl
{ seq 2 | env --default-signal=TERM ASAN_OPTIONS=verify_asan_link_order=0 LD_PRELOAD="$PWD/early.so" conv -e 1 -o y; } 2> /dev/null; echo $?; rm early.*; ls -A

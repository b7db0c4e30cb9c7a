/* link.c - follows symbolic links to a file that is not there yet. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#include "link.h"

#include "util.h"

#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* The target of the link at a path, relative to the path's directory. NULL: there is no link, or
 * failed with errno set. */
static char *read_link(const char *path)
{
    char link[PATH_MAX];
    ssize_t len = readlink(path, link, sizeof link);
    const char *slash = strrchr(path, '/');

    if (len == sizeof link)
        errno = ENAMETOOLONG;
    if (len < 0 || len == sizeof link)
        return NULL;
    size_t dir = slash && *link != '/' ? (size_t)(slash - path) + 1 : 0;
    char *target = util_array(dir + (size_t)len + 1, 1);
    memcpy(target, path, dir);
    memcpy(target + dir, link, (size_t)len);
    return target;
}

char *link_follow(const char *path)
{
    enum { LINKS = 40 }; /* as many as the kernel follows */
    char *at = util_copy(path);

    for (int i = 0; i <= LINKS; i++) {
        char *next = read_link(at);
        if (!next && (errno == EINVAL || errno == ENOENT))
            return at;
        free(at);
        if (!next)
            return NULL;
        at = next;
    }
    free(at);
    errno = ELOOP;
    return NULL;
}

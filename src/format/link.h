/* link.h - symbolic links to a file that is not there yet, which realpath does not follow. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#ifndef LINK_H
#define LINK_H

/* Follow links from a path to a name where there is no file yet. The caller frees it. NULL, with
 * errno set: they form a loop, or are too many. */
char *link_follow(const char *path);

#endif

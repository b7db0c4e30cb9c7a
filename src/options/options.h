/* options.h - the command line. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#ifndef OPTIONS_H
#define OPTIONS_H

#include "run/request.h"

/* Fill *opt from the arguments, which must outlive it. Returns -1 if a run is requested, otherwise
 * the exit status: help or version was printed, or the usage is wrong and was reported. */
int options_parse(struct request *opt, int argc, char **argv);

#endif

/* direct.h - the block length of the engines that compute each output as a separate sum. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#ifndef DIRECT_H
#define DIRECT_H

#include "engine.h"

/* Frames of a block. */
size_t direct_block(const struct system *);

#endif

/* boundary.c - the boundaries by their names. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#include "stage.h"

struct choice boundary_choice(size_t i)
{
    static const struct choice choices[] = {
        {"zero", "  0 0 0 | a b c d | 0 0 0", BOUNDARY_CONSTANT, NULL},
        {"constant", "  V V V | a b c d | V V V", BOUNDARY_CONSTANT, "constant:V"},
        {"edge", "  a a a | a b c d | d d d", BOUNDARY_EDGE, NULL},
        {"nearest", NULL, BOUNDARY_EDGE, NULL},
        {"replicate", NULL, BOUNDARY_EDGE, NULL},
        {"extend", NULL, BOUNDARY_EDGE, NULL},
        {"symmetric", "  c b a | a b c d | d c b", BOUNDARY_SYMMETRIC, NULL},
        {"symm", NULL, BOUNDARY_SYMMETRIC, NULL},
        {"mirror", "  d c b | a b c d | c b a", BOUNDARY_MIRROR, NULL},
        {"wrap", "  b c d | a b c d | a b c", BOUNDARY_WRAP, NULL},
        {"circular", NULL, BOUNDARY_WRAP, NULL},
        {"periodic", NULL, BOUNDARY_WRAP, NULL},
        {"odd", "     2a-b | a b c d | 2d-c", BOUNDARY_ODD, NULL},
        {"renorm", "        - | a b c d | -      weights inside are rescaled", BOUNDARY_NOTHING,
         NULL},
        {"fit", "        - | a b c d | -      savgol: polynomials of the ends", BOUNDARY_FIT, NULL},
        {0},
    };
    return choices[i];
}

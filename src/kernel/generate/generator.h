/* generator.h - what a made kernel is to generate.c, which names them all. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#ifndef GENERATOR_H
#define GENERATOR_H

#include "taps.h"

#include <stdbool.h>

enum {
    GENERATOR_PARAMETERS = 5, /* the most that a made kernel has */
    GENERATOR_MOST = 1 << 26, /* taps of one */
};

#define GENERATOR_TOO_LONG "it would have more than 67108864 taps"
#define GENERATOR_ALL_ZERO "so short a window is 0 throughout"

/* What an argument is to be given in, and what the maker gets. */
enum kind {
    KIND_TAPS = 1,  /* whole frames >= 1, or a time, rounded to such -> frames */
    KIND_DELAY,     /* whole frames >= least, or a time, rounded -> frames */
    KIND_TIME,      /* frames > 0, or a time -> frames */
    KIND_FREQUENCY, /* Hz where there is a rate, else cycles per frame -> these, in (0, 1/2) */
    KIND_FACTOR,    /* a number, or dB -> the factor */
    KIND_WHOLE,     /* least ... most */
    KIND_NUMBER,    /* least ... most */
    KIND_WINDOW,    /* the name of a window -> enum window */
};

struct parameter {
    const char *name;
    enum kind kind; /* 0: no parameter */
    bool required;
    double fallback, least, most; /* fallback NAN: the maker finds it */
};

struct generator {
    const char *name;
    const char *grammar; /* "box:N" */
    const char *help;    /* one line: what it does */
    struct parameter parameter[GENERATOR_PARAMETERS];
    bool causal;    /* time 0 is tap 0, not the middle */
    int derivative; /* the parameter, from 1, that says which derivative, per frame; 0: none */
    /* Opens at most GENERATOR_MOST taps and fills them, from argument[GENERATOR_PARAMETERS].
     * Returns NULL, or what is wrong with the arguments: taps are then open or all zero. */
    const char *(*make)(const double *argument, struct taps *taps);
};

extern const struct generator generator_box, generator_triangle, generator_gauss, generator_hann,
    generator_hamming, generator_blackman, generator_kaiser, generator_savgol, generator_deriv,
    generator_exp, generator_lowpass, generator_highpass, generator_bandpass, generator_notch,
    generator_delta, generator_echo;

#endif

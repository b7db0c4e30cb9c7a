/* roots.c - roots of unity (see roots.h). */
#include "roots.h"

#include "util.h"

#include <math.h>
#include <stdlib.h>

/* exp(-2 pi i m / n) to w[2], n a multiple of 4, m < n; correct to the last bit or so, as the angle
 * stays below pi / 4. */
static void root(long double *w, size_t m, size_t n)
{
    bool above = m > n / 2, left, steep;
    if (above)
        m = n - m;
    left = m > n / 4;
    if (left)
        m = n / 2 - m;
    steep = 8 * m > n;
    if (steep)
        m = n / 4 - m;
    long double angle = 6.283185307179586476925286766559L * ((long double)m / (long double)n);
    long double c = steep ? sinl(angle) : cosl(angle), s = steep ? cosl(angle) : sinl(angle);
    w[0] = left ? -c : c;
    w[1] = above ? s : -s;
}

void roots_open(struct roots *roots, size_t n)
{
    *roots = (struct roots){.n = n, .step = 1};
    while (roots->step * roots->step < n)
        roots->step *= 2;
    roots->near = util_array(2 * roots->step, sizeof *roots->near);
    roots->far = util_array(2 * (n / roots->step), sizeof *roots->far);
    for (size_t m = 0; m < roots->step; m++)
        root(roots->near + 2 * m, m, n);
    for (size_t m = 0; m < n / roots->step; m++)
        root(roots->far + 2 * m, m * roots->step, n);
}

void roots_close(struct roots *roots)
{
    free(roots->near);
    free(roots->far);
}

void roots_take(const struct roots *roots, size_t m, double *re, double *im)
{
    m %= roots->n;
    const long double *a = roots->near + 2 * (m % roots->step),
                      *b = roots->far + 2 * (m / roots->step);
    *re = (double)(a[0] * b[0] - a[1] * b[1]);
    *im = (double)(a[0] * b[1] + a[1] * b[0]);
}

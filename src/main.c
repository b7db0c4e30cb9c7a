/* main.c - from the command line to the exit status. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#include "options/options.h"
#include "run/run.h"
#include "util.h"

int main(int argc, char **argv)
{
    struct request request;
    struct setup setup;

    util_claim_descriptors();
    int status = options_parse(&request, argc, argv);
    if (status >= 0)
        return status;
    if (output_claim_standard() < 0)
        return STATUS_TROUBLE;
    enum status done = STATUS_TROUBLE;
    if (setup_open(&setup, &request) == 0)
        done = request.print_kernel ? setup_print_kernel(&setup) : run_all(&setup);
    return (int)setup_close(&setup, done);
}

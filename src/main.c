/* main.c - from the command line to the exit status. */
#include "run/explain.h"
#include "options/options.h"
#include "run/run.h"
#include "util.h"

static int convolve(struct run *run)
{
    if (run_open_signal(run) < 0 || run_plan(run) < 0)
        return STATUS_TROUBLE;
    if (run->opt->explain)
        return explain_instead(run);
    if (run->opt->verbose)
        explain_beside(run);
    return run_convolve(run);
}

int main(int argc, char **argv)
{
    struct request request;
    int status;

    util_claim_descriptors();
    status = options_parse(&request, argc, argv);
    if (status >= 0)
        return status;
    struct run run = {.opt = &request};
    status = STATUS_TROUBLE;
    if (output_claim_standard() == 0 && (run_kernel_waits(&request) || run_open_kernel(&run) == 0)) {
        run.pool = run.manner.pool = pool_open(request.threads);
        status = request.print_kernel ? run_print_kernel(&run) : convolve(&run);
        pool_close(run.pool);
    }
    run_close(&run);
    return status == STATUS_TROUBLE ? (int)util_trouble() : status;
}

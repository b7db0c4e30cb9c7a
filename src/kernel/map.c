/* map.c - a list of paths, as --map gives it. */
/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the conv authors */
#include "kernel.h"

#include "util.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

enum { MAP_CHANNELS = 64, MAP_COLUMNS = MAP_CHANNELS * MAP_CHANNELS };

/* Left to left, left to right, right to left, right to right; mono is left and right. */
static const char true_stereo[] = "1:1:1,1:2:2,2:1:3,2:2:4",
                  true_stereo_of_mono[] = "1:1:1,1:2:2,1:1:3,1:2:4";

/* Read a number from 1 to `most` as an index from 0. Returns what follows it; NULL: there is no
 * such number. */
static const char *read_index(const char *p, int most, int *index)
{
    int n = 0;

    while (isdigit((unsigned char)*p) && n <= most)
        n = 10 * n + (*p++ - '0');
    *index = n - 1;
    return n >= 1 && n <= most ? p : NULL;
}

/* Read "IN:OUT:COLUMN". Returns what follows it, a comma or the end; NULL: it is invalid. */
static const char *read_path(const char *p, struct path *path)
{
    p = read_index(p, MAP_CHANNELS, &path->in);
    p = p && *p == ':' ? read_index(p + 1, MAP_CHANNELS, &path->out) : NULL;
    p = p && *p == ':' ? read_index(p + 1, MAP_COLUMNS, &path->column) : NULL;
    return p && (!*p || *p == ',') ? p : NULL;
}

/* 0, or -1: already reported. */
static int read_paths(const char *text, struct map *map)
{
    size_t room = 0;

    for (const char *p = text, *next;; p = next + 1) {
        if (map->paths == room)
            map->path = util_grow(map->path, room = 2 * room + 16, sizeof *map->path);
        next = read_path(p, &map->path[map->paths++]);
        if (!next) {
            util_error("--map: '%.*s' is not SIGNAL:OUTPUT:COLUMN, channels of signal and result "
                       "from 1 to %d and one of the kernel from 1 to %d",
                       (int)strcspn(p, ","), p, MAP_CHANNELS, MAP_COLUMNS);
            return -1;
        }
        if (!*next)
            return 0;
    }
}

static int compare(const void *one, const void *other)
{
    const struct path *a = one, *b = other;

    if (a->out != b->out)
        return a->out - b->out;
    return a->in != b->in ? a->in - b->in : a->column - b->column;
}

/* 0, or -1: a path is there twice, already reported. */
static int sort_paths(struct map *map)
{
    qsort(map->path, map->paths, sizeof *map->path, compare);
    for (struct path *p = map->path; p + 1 < map->path + map->paths; p++)
        if (compare(p, p + 1) == 0) {
            util_error("--map: %d:%d:%d is there twice", p->in + 1, p->out + 1, p->column + 1);
            return -1;
        }
    return 0;
}

/* Number the outputs to which a path leads, one after the other. */
static void number_outputs(struct map *map)
{
    map->outs = map->path[map->paths - 1].out + 1;
    map->place = util_array((size_t)map->outs, sizeof *map->place);
    for (size_t k = 0, end; k < map->paths; k = end) {
        int out = map->path[k].out;
        map->place[map->fed] = out;
        for (end = k; end < map->paths && map->path[end].out == out; end++)
            map->path[end].out = map->fed;
        map->fed++;
    }
}

int kernel_map(struct map *map, const char *text, int channels)
{
    *map = (struct map){0};
    if (strcmp(text, "true-stereo") == 0)
        text = channels == 1 ? true_stereo_of_mono : true_stereo;
    if (read_paths(text, map) < 0 || sort_paths(map) < 0)
        return -1;
    number_outputs(map);
    return 0;
}

void kernel_map_free(struct map *map)
{
    free(map->path);
    free(map->place);
}

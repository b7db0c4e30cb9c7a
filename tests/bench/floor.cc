// floor.cc - the least that text can cost: parses and prints the numbers of a file, one a line,
// through <charconv>, on so many threads. usage: floor FILE THREADS. Nothing is checked.
// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: 2026 the conv authors
#include <charconv>
#include <cstdlib>
#include <fcntl.h>
#include <sys/stat.h>
#include <thread>
#include <unistd.h>
#include <vector>

int main(int argc, char **argv)
{
    if (argc != 3)
        return 2;
    int threads = std::atoi(argv[2]), fd = open(argv[1], O_RDONLY);
    struct stat st;
    if (fd < 0 || fstat(fd, &st) < 0)
        return 2;
    size_t bytes = static_cast<size_t>(st.st_size), got = 0;
    std::vector<char> in(bytes);
    while (got < bytes) {
        ssize_t n = read(fd, in.data() + got, bytes - got);
        if (n <= 0)
            return 2;
        got += static_cast<size_t>(n);
    }
    std::vector<std::vector<char>> out(static_cast<size_t>(threads));
    std::vector<std::thread> pool;
    for (size_t t = 0; t < out.size(); t++)
        pool.emplace_back([&, t] {
            const char *p = in.data() + bytes * t / out.size(),
                       *end = in.data() + bytes * (t + 1) / out.size();
            while (t > 0 && p[-1] != '\n')
                p++;
            while (t + 1 < out.size() && end[-1] != '\n')
                end++;
            out[t].resize(static_cast<size_t>(end - p) * 3 + 64);
            char *to = out[t].data();
            while (p < end) {
                double x = 0;
                p = std::from_chars(p, end, x).ptr + 1;
                to = std::to_chars(to, to + 32, x).ptr;
                *to++ = '\n';
            }
            out[t].resize(static_cast<size_t>(to - out[t].data()));
        });
    for (auto &t : pool)
        t.join();
    for (auto &text : out)
        for (size_t done = 0; done < text.size();) {
            ssize_t n = write(1, text.data() + done, text.size() - done);
            if (n <= 0)
                return 2;
            done += static_cast<size_t>(n);
        }
    return 0;
}

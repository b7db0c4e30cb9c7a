## SPDX-License-Identifier: MIT
## SPDX-FileCopyrightText: 2026 the conv authors
## run_blocks.m - runs the %! blocks of a file one after the other: run_blocks (FILE).
## Prints a line for each block that calls a function in question: passed or failed, the calls that conv and Octave answered,
## its first line. Blocks share variables, so block k is run after all before it, and what these do is subtracted.
function run_blocks (path)
  global calls_of_conv calls_of_octave
  lines = strsplit (fileread (path), "\n");
  lines = lines(strncmp (lines, "%!", 2));
  begins = find (! cellfun ("isempty", regexp (lines, '^%!(test|assert|error|shared|fail)')));
  before = [0, 0, 0, 0];
  for k = 1:numel (begins)
    last = [begins, numel(lines) + 1](k + 1) - 1;
    name = [tempname(), ".tst"];
    file = fopen (name, "w");
    fprintf (file, "%s\n", lines{1:last});
    fclose (file);
    calls_of_conv = calls_of_octave = 0;
    evalc ("[passed, tests] = test (name, 'quiet');");
    unlink (name);
    now = [passed, tests, calls_of_conv, calls_of_octave];
    done = now - before;
    before = now;
    if (done(2) && any (done(3:4)))
      printf ("block %s %d %d %s\n", {"failed", "passed"}{1 + (done(1) > 0)}, done(3), done(4),
              strtrim (lines{begins(k)}));
    endif
  endfor
endfunction

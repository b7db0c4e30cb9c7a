## SPDX-License-Identifier: MIT
## SPDX-FileCopyrightText: 2026 the conv authors
## by_conv.m - what the program $CONV prints for frames and a kernel: by_conv (X, H, OPTION...).
## Columns are channels; with --lags a column of lags comes first. A message of the program is an error.
function y = by_conv (x, h, varargin)
  global calls_of_conv
  calls_of_conv++;
  signal = put (x);
  kernel = put (h);
  result = tempname ();
  options = {sprintf("--channels=%d", columns (x)), "--signal-type=raw", "--signal-encoding=f64", ...
             "--kernel-type=raw", "--kernel-encoding=f64", "-q", "-j1", "-t raw", "--encoding=f64", varargin{:}};
  command = sprintf ("'%s' %s -k %s %s -o %s 2>&1", getenv ("CONV"), strjoin (options), kernel, signal, result);
  [status, message] = system (command);
  unlink (signal);
  unlink (kernel);
  if (status)
    error ("%s", message);
  endif
  width = columns (x) + any (strncmp (varargin, "--lags", 6));
  file = fopen (result);
  y = fread (file, [width, Inf], "double", 0, "ieee-le").';
  fclose (file);
  unlink (result);
endfunction

## A file of raw doubles, frame by frame.
function name = put (x)
  name = tempname ();
  file = fopen (name, "w");
  fwrite (file, double (x).', "double", 0, "ieee-le");
  fclose (file);
endfunction

## SPDX-License-Identifier: MIT
## SPDX-FileCopyrightText: 2026 the conv authors
## xcorr.m - xcorr of the package signal, of one or two real vectors of one length, by conv.
function [R, lags] = xcorr (varargin)
  [x, y, most, scale] = arguments_of (varargin{:});
  norm = norm_of (scale);
  if (isempty (norm) || ! isvector (x) || isscalar (x) || ! isreal (x) || ! isreal (y)
      || numel (x) != numel (y) || most >= numel (x) || most != fix (most) || most < 0)
    [R, lags] = by_octave ("xcorr", 2, varargin{:});
    return;
  endif
  result = by_conv (x(:), y(:), "-c", sprintf ("--lags=%d:%d", -most, most), norm);
  lags = result(:,1).';
  R = result(:,2);
  if (isrow (x))
    R = R.';
  endif
endfunction

## The second vector, or [] where it is none; the largest lag; the scale.
function [x, y, most, scale] = arguments_of (varargin)
  x = y = most = [];
  scale = "none";
  if (nargin)
    x = y = varargin{1};
    most = numel (x) - 1;
  endif
  for i = 2:nargin
    value = varargin{i};
    if (ischar (value))
      scale = value;
    elseif (isscalar (value))
      most = value;
    elseif (i == 2)
      y = value;
    else
      x = [];
    endif
  endfor
endfunction

## conv's --normalize=; empty where this conv has none.
function norm = norm_of (scale)
  persistent known = containers.Map ("none", "--normalize=none");
  if (! isKey (known, scale))
    name = strrep (scale, "normalized", "coeff");
    command = sprintf ("echo 1 2 | '%s' -c --normalize=%s -e 1,2 > /dev/null 2>&1", getenv ("CONV"), name);
    known(scale) = "";
    if (any (strcmp (name, {"coeff", "biased", "unbiased"})) && system (command) == 0)
      known(scale) = ["--normalize=" name];
    endif
  endif
  norm = known(scale);
endfunction

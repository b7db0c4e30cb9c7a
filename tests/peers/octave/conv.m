## SPDX-License-Identifier: MIT
## SPDX-FileCopyrightText: 2026 the conv authors
## conv.m - Octave's conv of two real vectors, by conv.
function y = conv (varargin)
  shape = "full";
  if (nargin == 3)
    shape = varargin{3};
  endif
  if (nargin < 2 || nargin > 3 || ! all (cellfun (@(v) isvector (v) && isreal (v), varargin(1:2)))
      || ! any (strcmp (shape, {"full", "same", "valid"})))
    y = by_octave ("conv", 1, varargin{:});
    return;
  endif
  [a, b] = varargin{1:2};
  if (strcmp (shape, "valid") && numel (b) > numel (a))
    y = by_octave ("conv", 1, varargin{:});  # empty; in conv the two trade places
    return;
  endif
  origin = {};
  if (strcmp (shape, "same"))
    origin = {"--origin=right"};
  endif
  y = by_conv (a(:), b(:), "-m", shape, origin{:});
  ## a row where the longer is one, or the first if not all is asked for
  like = a;
  if (strcmp (shape, "full") && numel (a) <= numel (b))
    like = b;
  endif
  if (isrow (like))
    y = y.';
  endif
endfunction

## SPDX-License-Identifier: MIT
## SPDX-FileCopyrightText: 2026 the conv authors
## filter.m - Octave's filter with taps alone (FIR) and no initial state, by conv: all columns are channels.
function varargout = filter (varargin)
  if (! any (nargin == [3, 5]) || nargout > 1 || ! fits (varargin{:}))
    [varargout{1:max(nargout, 1)}] = by_octave ("filter", nargout, varargin{:});
    return;
  endif
  [b, a, x] = varargin{1:3};
  dim = find (size (x) != 1, 1);
  if (nargin == 5)
    dim = varargin{5};
  endif
  order = [dim, setdiff(1:ndims (x), dim)];
  x = permute (x, order);
  y = by_conv (reshape (x, rows (x), []), b(:) / a, "-m", "same", "--origin=0");
  varargout{1} = ipermute (reshape (y, size (x)), order);
endfunction

function yes = fits (b, a, x, state = [], dim = 1)
  yes = isscalar (a) && isvector (b) && numel (x) > 1 && isreal (a) && isreal (b) && isreal (x) ...
        && isa (x, "double") && isempty (state) && dim <= ndims (x);
endfunction

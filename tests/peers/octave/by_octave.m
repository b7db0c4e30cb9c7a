## SPDX-License-Identifier: MIT
## SPDX-FileCopyrightText: 2026 the conv authors
## by_octave.m - Octave's own function where conv has no command line: by_octave (NAME, OUTPUTS, ARGUMENT...).
function varargout = by_octave (name, outputs, varargin)
  global calls_of_octave
  calls_of_octave++;
  here = fileparts (mfilename ("fullpath"));
  rmpath (here);
  unwind_protect
    varargout = cell (1, max (outputs, 1));
    [varargout{:}] = feval (name, varargin{:});
  unwind_protect_cleanup
    addpath (here);
  end_unwind_protect
endfunction

conv --version | head -1; conv -V | grep -c GPL-2.0-or-later

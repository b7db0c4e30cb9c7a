#!/usr/bin/python3
# tables.py - random tables, read with tiny buffers.
# usage: tests/tables.py RUNS SEED ROW_BYTES PROGRAM [PEER]...
#
# PROGRAM and PEERs are builds of tests/unit/tables.c. A made table must be read as it was made,
# which is as Python's csv and float read it. A damaged one must be read alike by all, to the last
# message. ROW_BYTES is that of all of them; they differ in the size of the chunks they read.
# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 the conv authors
import csv, io, math, os, random, re, subprocess, sys, tempfile

BLANKS = ' ', '  ', '\t', '\r', ' \t '
NAMES = ['a', 'b c', 'x,y', 'p;q', 'say "so"', 'two\nlines', '#', '', '\u00e9', 'tab\tbed', '-']


def number(r):
    """The text of a number, and its value."""
    wide = r.gauss(0, 1) * 10.0 ** r.randint(-320, 308)
    x = r.choice([r.gauss(0, 1), wide, r.randint(-99, 99), 5e-324, 0.0])
    short = max(min(x, 1e20), -1e20)
    text = r.choice([repr(x), '%d' % short, '%.30e' % x, '%+.3f' % short, '%g' % x])
    if r.random() < 0.05:
        text = r.choice(['inf', '-Infinity', 'NaN', '1' * 40 + 'e-30', '0.' + '0' * 60 + '7',
                         '1e999', '-1e-999'])
    value = float(text)
    if r.random() < 0.05 and math.isfinite(float(x)):
        text, value = float(x).hex(), float(x)
    return text, value


def cell(r, delimiter):
    if delimiter != ' ' and r.random() < 0.05:
        return r.choice(['', 'NA', 'null', '""', '" "']), math.nan
    text, value = number(r)
    if r.random() < 0.1:
        text = '"%s%s%s"' % (r.choice(['', ' ']), text, r.choice(['', ' ']))
    return text, value


def pad(r, first, delimiter):
    if r.random() < 0.8:
        return ''
    pads = ' ', '  '
    return r.choice(pads if first or delimiter == '\t' else BLANKS)


def line_of(r, texts, delimiter, first):
    between = lambda: r.choice(BLANKS[:3]) if not first and r.random() < 0.3 else ' '
    line = pad(r, first, delimiter)
    for i, text in enumerate(texts):
        if i:
            line += between() if delimiter == ' ' else delimiter + pad(r, first, delimiter)
        line += text + (pad(r, first, delimiter) if delimiter != ' ' else '')
    return line + r.choice(['', '', '', '\r', ' # ' + r.choice(['', 'x "', '1,2;3', '\t']), '#'])


def filler(r):
    """Lines that are none."""
    lines = []
    while r.random() < 0.2:
        long = '#' + 'c' * r.randint(0, 80), ' ' * r.randint(0, 60)
        lines.append(r.choice(['', ' ', '# no', '#', '\r', ' \t\r', '  # "', *long]))
    return lines


def quote(name):
    return '"' + name.replace('"', '""') + '"'


def make(r, row_bytes):
    """A table, and what is to be printed for it."""
    delimiter = r.choice([',', ';', '\t', ' '])
    rows, columns = r.choice([1, 1, 2, 3, r.randint(1, 12)]), r.choice([1, 2, 3, r.randint(1, 9)])
    header = r.random() < 0.3
    lines, values, lengths = filler(r), [], []
    names = []
    if header:
        names = [r.choice(NAMES) for _ in range(columns)]
        names[0] = names[0] or 'a'
        if columns == 1 and delimiter == ' ':
            names = ['a']
        first = line_of(r, [quote(n) for n in names], delimiter, True)
        lines.append(first)
        lengths.append(len(first.encode()) + 1)
        lines += [l for l in filler(r) if '\t' not in l]
    for i in range(rows):
        cells = [cell(r, ' ' if columns == 1 else delimiter) for _ in range(columns)]
        if i == 0: # a tab before the first row is an indent
            cells[0] = number(r)
        values += [v for _, v in cells]
        line = line_of(r, [t for t, _ in cells], delimiter, i == 0 and not header)
        if columns > 1 and delimiter != ' ':
            check(line, delimiter, [v for _, v in cells])
        lines.append(line)
        lengths.append(len(line.encode()) + 1)
        lines += [l for l in filler(r) if delimiter != '\t' or '\t' not in l]
    text = ('\ufeff' if r.random() < 0.1 else '') + '\n'.join(lines) + r.choice(['\n', '', '\n\n'])
    if not text.endswith('\n') and not lines[-1]:
        text += '\n'
    longest = max(lengths + [len(l) + 1 for l in lines])
    if longest > row_bytes or (rows == 1 and len(text) > 2 * row_bytes): # see tests/cases/table
        return text.encode(), None
    row = rows == 1 and columns > 1 and not header
    shape = '1 channels in a row: ' if row else '%d channels: ' % columns
    return text.encode(), (''.join("'%s' " % n for n in names) + shape, values)


def check(line, delimiter, values):
    """What Python reads must be what was meant."""
    line = line.split('#')[0].replace('\r', ' ')
    line = line.strip(' ') if delimiter == '\t' else re.sub(r'[ \t]+', ' ', line.strip())
    fields = next(csv.reader(io.StringIO(line), delimiter=delimiter, skipinitialspace=True), [''])
    for field, value in zip(fields, values):
        field = field.strip()
        if 'x' in field:
            continue
        read = math.nan if field in ('', 'NA', 'null') else float(field)
        assert read == value or (read != read and value != value), (line, field, value)
    assert len(fields) == len(values), line


STRAY = [b'"', b'\n', b'#', b',', b' ', b'\r', b'\t', b';', b'\0', b'x', b'"\n"', b'1', b'-', b'0x',
         b'e', b'\xff', b'""', b' ' * 70, b'7' * 70]


def damage(r, text):
    text = bytearray(text)
    for _ in range(r.randint(1, 4)):
        at = r.randint(0, len(text))
        text[at:at + r.choice([0, 0, 1, 3])] = r.choice(STRAY)
    return bytes(text)


class Table:
    def __init__(self, r, row_bytes):
        self.text, self.wanted = make(r, row_bytes)
        self.delimiter = self.header = 0
        self.frames = r.choice([1, 2, 5, 1000])
        if r.random() < 0.5:
            self.text, self.wanted = damage(r, self.text), None
            self.delimiter = r.choice([0, 0, ord(','), ord(' '), ord('\t')])
        if self.wanted is None:
            self.header = r.choice([0, 0, 0, 1, 2])

    def record(self):
        numbers = len(self.text), self.delimiter, self.header, self.frames
        return b'%d %d %d %d\n%s' % (*numbers, self.text)

    def is_right(self, said):
        begin, values = self.wanted
        said = said.decode('utf-8', 'replace')
        if not said.startswith(begin) or not said.endswith('end\n'):
            return False
        read = [float(v) for v in said[len(begin):-4].split()]
        same = (a == b or (a != a and b != b) for a, b in zip(read, values))
        return len(read) == len(values) and all(same)


def answers(program, tables):
    records = b''.join(table.record() for table in tables)
    with tempfile.TemporaryDirectory() as folder:
        said = subprocess.run([program, 't'], cwd=folder, input=records, stdout=subprocess.PIPE)
    if said.returncode:
        sys.exit('%s ended with %d:\n%s' % (program, said.returncode, said.stdout[-4000:]))
    return said.stdout.split(b'\0\n')[:-1]


def main():
    runs, seed, row_bytes = (int(v) for v in sys.argv[1:4])
    programs = [os.path.abspath(program) for program in sys.argv[4:]]
    r = random.Random(seed)
    wrong = exact = 0
    for begin in range(0, runs, 1000):
        tables = [Table(r, row_bytes) for _ in range(min(1000, runs - begin))]
        for table, *said in zip(tables, *(answers(program, tables) for program in programs)):
            exact += table.wanted is not None
            if len(set(said)) > 1 or (table.wanted and not table.is_right(said[0])):
                wrong += 1
                print('wrong:', table.record(), said, table.wanted)
    print('%d tables, %d of them against Python: %d wrong' % (runs, exact, wrong))
    return wrong > 0


sys.exit(main())

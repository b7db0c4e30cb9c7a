# needs: python3
python3 - <<'END'
import os, subprocess, time
read, write = os.pipe()
os.set_blocking(read, False)
conv = subprocess.Popen(['conv', '-e', '2'], stdin=read)
for line in b'1\n', b'2\n':
    time.sleep(0.1)
    os.write(write, line)
os.close(write)
conv.wait()
END

# needs: /usr/bin/python3
# Of two headers with other numbers of channels the mask of the one is not that of the other.
/usr/bin/python3 -c '
import struct
tail = bytes.fromhex("f3acd3118cd100c04f8edb8a")
def plain(channels):
    return struct.pack("<HHIIHH", 1, channels, 8000, 16000 * channels, 2 * channels, 16)
def masked(channels, mask):
    return (struct.pack("<HH", 0xfffe, channels) + plain(channels)[4:] +
            struct.pack("<HHIH", 22, 16, mask, 1) + bytes.fromhex("000000001000800000aa00389b71"))
def wide(name, data):
    return name + tail + struct.pack("<Q", 24 + len(data)) + data
def chunk(name, data):
    return name + struct.pack("<I", len(data)) + data
body = (b"wave" + tail + wide(b"fmt ", masked(1, 4)) + wide(b"fmt ", plain(64)) +
        wide(b"data", bytes(1280)))
riff = bytes.fromhex("2e91cf11a5d628db04c10000")
open("x.w64", "wb").write(b"riff" + riff + struct.pack("<Q", 24 + len(body)) + body)
body = (b"WAVE" + chunk(b"fmt ", masked(2, 48)) + chunk(b"fmt ", plain(2)) +
        chunk(b"data", bytes(40)))
open("x.wav", "wb").write(chunk(b"RIFF", body))'
conv -e 1 -t wav x.w64 | od -An -tx4 -j 40 -N 4
conv -e 1 x.wav | od -An -tx2 -j 20 -N 2

"""Writes the archive fixtures with Python's zipfile and gzip. Run in this folder: python make.py."""

import gzip
import struct
import zipfile
import zlib

with zipfile.ZipFile("plain.zip", "w") as z:
    z.writestr("stored.txt", "stored text\n", zipfile.ZIP_STORED)
    z.writestr("folder/deflated.bin", bytes(range(256)) * 40, zipfile.ZIP_DEFLATED)
    z.writestr("empty", b"")
for name, entry in [("dots", "a/../../b"), ("absolute", "/etc/b"), ("backslash", "..\\b"), ("drive", "C:b")]:
    with zipfile.ZipFile(f"unsafe-{name}.zip", "w") as z:
        z.writestr(zipfile.ZipInfo(entry), b"x")
with zipfile.ZipFile("bomb.zip", "w", zipfile.ZIP_DEFLATED, compresslevel=9) as z:
    z.writestr("zeros", bytes(8 << 20))
with zipfile.ZipFile("twice.zip", "w") as z:
    z.writestr("a", b"1")
    z.writestr("a", b"2")

plain = open("plain.zip", "rb").read()
open("cut.zip", "wb").write(plain[: len(plain) // 2])
wrong = bytearray(plain)
wrong[wrong.index(b"stored text")] ^= 1
open("wrong-sum.zip", "wb").write(wrong)
# The bomb, with a declared unpacked size of 1 GiB in the local header and in the directory.
lie = open("bomb.zip", "rb").read().replace(struct.pack("<I", 8 << 20), struct.pack("<I", 1 << 30))
open("lie.zip", "wb").write(lie)
# The bomb, declaring 16 bytes only.
lie = open("bomb.zip", "rb").read().replace(struct.pack("<I", 8 << 20), struct.pack("<I", 16))
open("understated.zip", "wb").write(lie)

# The bits that say that an entry is encrypted, without anything encrypted.
locked = bytearray(plain)
for signature, offset in [(b"PK\x03\x04", 6), (b"PK\x01\x02", 8)]:
    locked[locked.index(signature) + offset] |= 1
open("encrypted.zip", "wb").write(locked)

# 40 names of 1 MiB each, all of them the same packed bytes behind one header.
packer = zlib.compressobj(9, zlib.DEFLATED, -15)
packed = packer.compress(bytes(1 << 20)) + packer.flush()
facts = struct.pack("<IIIHH", zlib.crc32(bytes(1 << 20)), len(packed), 1 << 20, 2, 0)
body = b"PK\x03\x04" + struct.pack("<HHHHH", 20, 0, 8, 0, 33) + facts + b"00" + packed
folder = b""
for index in range(40):
    folder += b"PK\x01\x02" + struct.pack("<HHHHHH", 20, 20, 0, 8, 0, 33) + facts
    folder += struct.pack("<HHHII", 0, 0, 0, 0, 0) + f"{index:02}".encode()
end = b"PK\x05\x06" + struct.pack("<HHHHIIH", 0, 0, 40, 40, len(folder), len(body), 0)
open("overlapping.zip", "wb").write(body + folder + end)

one = gzip.compress(b"first member, ", mtime=0)
two = gzip.compress(b"second member", mtime=0)
open("two-members.gz", "wb").write(one + two)
open("padded.gz", "wb").write(one + bytes(512))
open("cut.gz", "wb").write((one + two)[:-6])
wrong = bytearray(one)
wrong[-6] ^= 1
open("wrong-sum.gz", "wb").write(wrong)
open("bomb.gz", "wb").write(gzip.compress(bytes(8 << 20), 9, mtime=0))

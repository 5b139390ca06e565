"""The compound files of before 2007, in which .xls, .doc and locked workbooks lie: names and streams."""

from __future__ import annotations

import struct
from collections.abc import Iterator

from ocop.kernel.tables.book import Problem, UnreadableError

SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LAST = 0xFFFFFFFA  # sectors from here on are no sectors
_ENTRY = 128


def streams(content: bytes) -> dict[str, bytes]:
    """Every stream by its name. Raises where the file is torn."""
    try:
        return dict(_Compound(content).read())
    except (struct.error, IndexError, ValueError, UnicodeDecodeError) as error:
        raise UnreadableError(Problem.BROKEN) from error


class _Compound:
    def __init__(self, content: bytes) -> None:
        self.content = content
        self.size = 1 << struct.unpack_from("<H", content, 30)[0]
        self.small = 1 << struct.unpack_from("<H", content, 32)[0]
        if not 128 <= self.size <= 65536 or not 8 <= self.small <= self.size:
            raise ValueError("sizes of sectors")
        directory, _, self.cutoff, small_table = struct.unpack_from("<IIII", content, 48)
        self.table = self._sector_table()
        self.directory = self._chain(directory)
        self.small_table = list(struct.iter_unpack("<I", self._chain(small_table)))

    def _sector(self, number: int) -> bytes:
        start = (number + 1) * self.size
        if start >= len(self.content):
            raise ValueError("a sector beyond the end")
        return self.content[start : start + self.size]

    def _sector_table(self) -> list[int]:
        numbers = list(struct.unpack_from("<109I", self.content, 76))
        following, count = struct.unpack_from("<II", self.content, 68)
        for _ in range(min(count, len(self.content) // self.size + 1)):
            if following >= _LAST:
                break
            more = struct.unpack(f"<{self.size // 4}I", self._sector(following))
            numbers += more[:-1]
            following = more[-1]
        table: list[int] = []
        for number in numbers:
            if number < _LAST:
                sector = self._sector(number)
                table += struct.unpack(f"<{len(sector) // 4}I", sector[: len(sector) // 4 * 4])
        return table

    def _chain(self, start: int) -> bytes:
        parts, number, most = [], start, len(self.content) // self.size + 1
        while number < _LAST:
            parts.append(self._sector(number))
            if len(parts) > most:
                raise ValueError("a chain without an end")
            number = self.table[number]
        return b"".join(parts)

    def read(self) -> Iterator[tuple[str, bytes]]:
        entries = [self.directory[n : n + _ENTRY] for n in range(0, len(self.directory), _ENTRY)]
        root = next((entry for entry in entries if entry[66:67] == b"\x05"), None)
        small = self._chain(struct.unpack_from("<I", root, 116)[0]) if root else b""
        for entry in entries:
            if entry[66:67] != b"\x02":
                continue
            length = max(struct.unpack_from("<H", entry, 64)[0] - 2, 0)
            start, size = struct.unpack_from("<II", entry, 116)
            name = entry[: min(length, 64)].decode("utf-16-le")
            yield name, (self._chain(start) if size >= self.cutoff else self._small(small, start))[:size]

    def _small(self, stream: bytes, start: int) -> bytes:
        parts, number = [], start
        while number < _LAST:
            parts.append(stream[number * self.small : (number + 1) * self.small])
            if len(parts) > len(self.small_table):
                raise ValueError("a chain without an end")
            number = self.small_table[number][0]
        return b"".join(parts)

"""The parts of .xlsx and .ods: read one after another within a budget, definitions of their own refused."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Callable
from xml.parsers import expat

from ocop.kernel.tables.book import MOST_UNPACKED, Problem, UnreadableError

Attributes = dict[str, str]
_PIECE = 1 << 16


class Parts:
    """An archive, whose parts together unpack to no more than MOST_UNPACKED."""

    def __init__(self, content: bytes) -> None:
        try:
            self.archive = zipfile.ZipFile(io.BytesIO(content))
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
            raise UnreadableError(Problem.BROKEN) from error
        self.names = set(self.archive.namelist())
        entries = self.archive.infolist()
        if any(entry.flag_bits & 1 for entry in entries):
            raise UnreadableError(Problem.LOCKED)
        if sum(entry.file_size for entry in entries if entry.filename.endswith(".xml")) > MOST_UNPACKED:
            raise UnreadableError(Problem.TOO_HEAVY)

    def parse(
        self,
        name: str,
        start: Callable[[str, Attributes], None],
        end: Callable[[str], None] | None = None,
        text: Callable[[str], None] | None = None,
    ) -> None:
        """Walks through one part; nothing happens where it is missing. Tags come without their prefix."""
        if name not in self.names:
            return
        parser = expat.ParserCreate()
        parser.StartDoctypeDeclHandler = _refuse_doctype
        bare = _Bare()
        parser.StartElementHandler = lambda tag, given: start(bare[tag], given)
        if end is not None:
            finish = end
            parser.EndElementHandler = lambda tag: finish(bare[tag])
        if text is not None:
            parser.CharacterDataHandler = text
        read = 0
        try:
            with self.archive.open(name) as part:
                while piece := part.read(_PIECE):
                    read += len(piece)
                    if read > MOST_UNPACKED:
                        raise UnreadableError(Problem.TOO_HEAVY)
                    parser.Parse(piece, False)
            parser.Parse(b"", True)
        except (expat.ExpatError, zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError) as error:
            raise UnreadableError(Problem.BROKEN) from error


class _Bare(dict[str, str]):
    """Tags without their prefix, each cut once."""

    def __missing__(self, tag: str) -> str:
        self[tag] = tag.rpartition(":")[2]
        return self[tag]


def _refuse_doctype(*_: object) -> None:
    raise UnreadableError(Problem.ENTITIES)


def local(given: Attributes, name: str) -> str:
    """An attribute by its name without a prefix."""
    for key, value in given.items():
        if key.rpartition(":")[2] == name:
            return value
    return ""

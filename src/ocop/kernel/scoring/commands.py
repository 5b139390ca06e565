"""`ocop rank`: JSON lines in, JSON lines out; no database, no Django."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from io import TextIOWrapper
from pathlib import Path
from typing import TextIO

from ocop.kernel.law.loader import regulation as load_regulation
from ocop.kernel.law.record import RegulationError
from ocop.kernel.scoring.lines import rank_line


def rank_command(argv: Sequence[str], stdin: TextIO, stdout: TextIO) -> int:
    """Answers every line of `stdin` on `stdout`, in order and at once; lines without content are passed over.

    Exit 0 when the input is used up, whatever the lines held; 2 when the regulation cannot be read.
    """
    options = _options(argv)
    try:
        regulation = load_regulation(options.regulation, options.regulations_dir)
    except RegulationError as fault:
        print(fault, file=sys.stderr)
        return 2
    if isinstance(stdout, TextIOWrapper):
        stdout.reconfigure(encoding="utf-8", newline="\n")  # JSON lines are UTF-8 whatever the locale says
    for line in _lines(stdin):
        if line.strip():
            stdout.write(rank_line(regulation, line, options.lang) + "\n")
            stdout.flush()
    return 0


def _options(argv: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="ocop rank", description="Chấm điểm, phân hạng từng dòng JSON.")
    parser.add_argument("--regulation", required=True, metavar="CODE", help="mã văn bản, ví dụ qd-26-2026")
    parser.add_argument("--regulations-dir", type=Path, metavar="DIR", help="thư mục chứa thêm các văn bản")
    parser.add_argument("--lang", choices=("vi", "en"), default="vi", help="ngôn ngữ của các câu trả lời")
    return parser.parse_args(argv)


def _lines(stdin: TextIO) -> Iterator[bytes]:
    """Lines as bytes where there are bytes, so that one that is no UTF-8 spoils only itself."""
    source = getattr(stdin, "buffer", None)
    return iter(source) if source is not None else (line.encode(errors="surrogatepass") for line in stdin)

"""What the machine lacks for the moment, in words. Nobody did anything wrong and nothing is half done: a
database takes back the whole act.
"""

from __future__ import annotations

import errno
import sqlite3

from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import Error
from django.utils.translation import gettext_lazy as _

from ocop.foundation.refusals import Refusal

_WHOLE = _("Mỗi việc được ghi trọn vẹn hoặc không ghi gì.")
BUSY = Refusal(
    "database_busy",
    _("Nhiều người cùng ghi một lúc nên việc này chưa được ghi."),
    _WHOLE,
    _("Quay lại và bấm lần nữa."),
)
FULL = Refusal(
    "disk_full",
    _("Máy chủ hết chỗ chứa nên việc này chưa được ghi."),
    _("Những gì đã lưu trước đó vẫn nguyên vẹn. Tệp bạn chọn vẫn ở trên máy của bạn."),
    _("Hãy báo người quản trị, đợi ít phút rồi gửi lại."),
)
READ_ONLY = Refusal(
    "database_read_only",
    _("Máy chủ đang tạm chỉ cho xem nên việc này chưa được ghi."),
    _WHOLE,
    _("Hãy đợi ít phút rồi làm lại; nếu vẫn vậy, hãy báo người quản trị."),
)
AWAY = Refusal(
    "database_away",
    _("Kho dữ liệu tạm thời không trả lời."),
    _("Những gì đã lưu trước đó vẫn nguyên vẹn; việc vừa làm có thể chưa được ghi."),
    _("Hãy đợi ít phút rồi tải lại trang; nếu vẫn vậy, hãy báo người quản trị."),
)
PASSING = frozenset(refusal.code for refusal in (BUSY, FULL, READ_ONLY, AWAY))
"""What is over by itself or by the operator: 503, never the person's fault."""

_FULL_DISK = frozenset({errno.ENOSPC, errno.EDQUOT})
_SQLITE = {
    sqlite3.SQLITE_BUSY: BUSY,
    sqlite3.SQLITE_READONLY: READ_ONLY,
    sqlite3.SQLITE_FULL: FULL,
    sqlite3.SQLITE_CANTOPEN: AWAY,
}
_SQLITE_WRITES = {sqlite3.SQLITE_IOERR_WRITE, sqlite3.SQLITE_IOERR_SHMSIZE}
"""So SQLite says that a quota is used up, or that no more of its shared index fits on the disk."""
_POSTGRESQL = {
    "40P01": BUSY,  # a deadlock
    "40001": BUSY,  # a failed serialization
    "55P03": BUSY,  # a lock that was not to be had
    "53100": FULL,
    "25006": READ_ONLY,
    "53300": AWAY,  # too many connections
    "57P01": AWAY,  # it is told to end,
    "57P02": AWAY,  # it crashed,
    "57P03": AWAY,  # or begins
}


class NoRoom(SimpleUploadedFile):
    """Stands for a file for which there was no room on the disk; its field says so."""


def is_full(error: BaseException | None) -> bool:
    """Whether a file could not be written because the disk, or somebody's share of it, is full."""
    return isinstance(error, OSError) and error.errno in _FULL_DISK


def refusal_of(error: BaseException | None) -> Refusal | None:
    """What to say of it; None where it is a fault of the program."""
    if is_full(error):
        return FULL
    if not isinstance(error, Error) or error.__cause__ is None:
        return None
    cause = error.__cause__
    if isinstance(cause, sqlite3.Error):
        code = getattr(cause, "sqlite_errorcode", 0)
        return FULL if code in _SQLITE_WRITES else _SQLITE.get(code & 0xFF)
    state = getattr(cause, "sqlstate", None)
    if state is None and type(cause).__name__ == "OperationalError":
        return AWAY  # psycopg has no code for a server that it does not reach
    return _POSTGRESQL.get(state or "")

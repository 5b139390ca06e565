"""Nhập danh bạ: a table of products recognised before comes into the register, or its right rows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import who_is
from ocop.foundation.acts import Refusal, Refused, ensure, once, record, recorded
from ocop.foundation.documents.models import StoredFile
from ocop.foundation.holding import holding
from ocop.kernel.tables import Doubt, Doubtful, ReadRow, RowFault, TableRead, Wrong
from ocop.registers.programme.models import Programme
from ocop.registers.recognitions.checks import otherwise, overtaken
from ocop.registers.recognitions.models import RegisterImport
from ocop.registers.recognitions.permissions import refuse_bring_in, refuse_no_programme
from ocop.registers.recognitions.rules import Found, Outcome
from ocop.registers.recognitions.selectors import on_record
from ocop.registers.recognitions.writes import Progress, enter_rows
from ocop.registers.recognitions.writes.bulk import silent


@dataclass
class Looked:
    """What rows come to beside what is on record: matches, and what is wrong or doubtful because of it."""

    found: Found = field(default_factory=Found)
    faults: list[RowFault] = field(default_factory=list)
    doubts: list[Doubtful] = field(default_factory=list)


@dataclass(frozen=True)
class Brought:
    """An import that was saved, and what its rows came to."""

    made: RegisterImport
    looked: Looked


def look_at(rows: Iterable[ReadRow], today: date) -> Looked:
    """Holds rows against the register; nothing is written.

    Refused: a day that has not come, a code or a decision that is on record with other facts. Rows that look
    like a producer or product on record, or like an earlier row, are doubtful.
    """
    looked, register = Looked(), on_record()
    for row in rows:
        decided_on = row.day("decided_on")
        if decided_on and decided_on > today:
            fault = RowFault("decided_on", Wrong.IN_FUTURE, row.text("decided_on"), row.number)
            looked.faults.append(fault)
            continue
        place = row.values.get("place")
        match = register.take(row, place.pk if place else None)
        looked.found.matches.append(match)
        if match.outcome is Outcome.OTHERWISE:
            looked.faults.append(otherwise(match))
        looked.doubts += [Doubtful(row.number, Doubt.LOOK_ALIKE, "name", name) for name in match.alike]
    return looked


@recorded
def bring_in(
    table: TableRead,
    *,
    file_name: str,
    sha256: str,
    by: Person | None,
    at: datetime,
    file: StoredFile | None = None,
    is_partly: bool = False,
    progress: Progress = silent,
) -> Brought:
    """Enters every row that is right and not on record yet. Without a person: by the operator at the machine.

    Refused to all but officers of the province; where the table or any row is faulty, unless only the right
    rows are wanted (`is_partly`). One import at a time: the next one finds what this one entered. The record
    gets one entry for the whole, with the hash of the table.
    """
    if by is not None:
        ensure(refuse_bring_in(who_is(by, at)))
    if holding(Programme.objects).order_by("pk").last() is None:
        raise Refused(refuse_no_programme())
    today = timezone.localdate(at)
    looked = look_at(table.good, today)
    faults = [*table.faults, *looked.faults]
    if table.table_faults or (faults and not is_partly):
        raise Refused(_faulty(len(faults)))
    said = list(dict.fromkeys([*table.doubts, *looked.doubts]))
    doubts = _by_row(said)
    made = _new_import(table, looked, faults, said, file_name, sha256, file, by, at)
    with once(overtaken):
        written = enter_rows(
            looked.found.of(Outcome.CREATED),
            source=made, doubts=doubts, by=by, at=at, today=today, progress=progress,
        )  # fmt: skip
    counts = {"rows": made.rows, "created": made.created, "known": made.known, "refused": made.refused}
    counts |= {"products": written.products, "producers": written.producers}
    record("register.import", made, by=by, at=at, data={"sha256": sha256, "file": file_name, **counts})
    return Brought(made, looked)


def _new_import(
    table: TableRead,
    looked: Looked,
    faults: Sequence[RowFault],
    doubts: Sequence[Doubtful],
    file_name: str,
    sha256: str,
    file: StoredFile | None,
    by: Person | None,
    at: datetime,
) -> RegisterImport:
    found = looked.found
    told = {
        "refused": [[one.line, one.where, one.code.value, one.value] for one in faults],
        "doubtful": [[one.row, one.where, one.code.value, one.value] for one in doubts],
        "left_out": [[one.row, one.why.value, one.text, one.sheet] for one in table.left_out],
        "known": [one.row.number for one in found.of(Outcome.KNOWN)],
    }
    return RegisterImport.objects.create(
        file_name=file_name, sha256=sha256, file=file, sheet=table.sheet.name, rows=len(table.rows),
        created=len(found.of(Outcome.CREATED)), known=len(found.of(Outcome.KNOWN)),
        refused=len({one.line for one in faults}), told=told, at=at, by=by,
    )  # fmt: skip


def _by_row(doubts: Iterable[Doubtful]) -> dict[int, list[Any]]:
    found: dict[int, list[Any]] = {}
    for one in doubts:
        found.setdefault(one.row, []).append([one.code.value, one.where, one.value])
    return found


def _faulty(count: int) -> Refusal:
    return Refusal(
        "table_faulty",
        _("Bảng còn %(count)s chỗ cần sửa; chưa lưu gì.") % {"count": count},
        _("Danh bạ được lưu trọn vẹn, trừ khi bạn chọn chỉ lưu các dòng đúng."),
        _("Tải bảng đã đánh dấu, sửa rồi gửi lại; hoặc chỉ lưu các dòng đúng."),
    )

"""The days off of a year were entered: last days that were counted by others are counted again."""

from __future__ import annotations

from datetime import date, datetime

from django.utils.translation import gettext_lazy as _

from ocop.casework.dossiers.models import Dossier
from ocop.casework.dossiers.rules.clock import commune_due
from ocop.casework.dossiers.selectors import regulation_of
from ocop.casework.dossiers.selectors.clocks import RUNNING, started
from ocop.casework.dossiers.writes.telling import about, tell_officers, tell_producer, written
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.rules import Role
from ocop.foundation.acts import held, record
from ocop.kernel.calendar import HolidayTable

CHUNK = 200


def recount_due(*, table: HolidayTable, year: int, by: Person, at: datetime) -> int:
    """Counts the commune's last day (article 7(2)) of each dossier on the clock by `table`; where it moves,
    that is recorded and told to commune and producer. Answers how many moved. A check that has ended keeps
    the day by which it was judged.
    """
    running = Dossier.objects.filter(state__in=sorted(RUNNING), commune_due_on__isnull=False)
    keys = list(running.order_by("pk").values_list("pk", flat=True))
    moved = 0
    for start in range(0, len(keys), CHUNK):
        chunk = list(Dossier.objects.with_names().filter(pk__in=keys[start : start + CHUNK]).order_by("pk"))
        begun = started(chunk)
        for dossier in chunk:
            if dossier.pk not in begun:
                continue
            due = commune_due(begun[dossier.pk], regulation_of(dossier), table)
            if due is not None and due != dossier.commune_due_on:
                moved += _move(dossier, due, year=year, by=by, at=at)
    return moved


def _move(dossier: Dossier, due: date, *, year: int, by: Person, at: datetime) -> bool:
    held(dossier)
    was = dossier.commune_due_on
    if was is None or dossier.state not in RUNNING:  # it went on meanwhile
        return False
    dossier.commune_due_on = due
    dossier.save(update_fields=["commune_due_on"])
    days = {"was": was.isoformat(), "due": due.isoformat(), "year": year}
    record("dossier.recount", dossier, by=by, at=at, data=days)
    subject = about(_("Hạn kiểm tra hồ sơ “{product}” đổi theo bảng ngày nghỉ"), dossier)
    body = about(
        _("Ngày nghỉ năm {year} đã được ghi lại: hạn của xã từ ngày {was} đổi thành ngày {due}."),
        dossier, year=year, was=written(was), due=written(due),
    )  # fmt: skip
    tell_producer(dossier, "recounted", subject, body, at=at)
    tell_officers(dossier, Role.COMMUNE_OFFICER, "recounted", subject, body, at=at)
    return True

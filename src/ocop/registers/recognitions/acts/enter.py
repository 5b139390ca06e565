"""Ghi một công nhận: one recognition of the years before comes into the register, by its paper."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.core.files.base import File
from django.utils import timezone
from django.utils.translation import gettext as __
from django.utils.translation import gettext_lazy as _

from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import who_is
from ocop.foundation.acts import Act, Refusal, Refused, ensure, once, record, recorded
from ocop.foundation.holding import holding
from ocop.registers.programme.models import Programme
from ocop.registers.recognitions.about import IMPORTS
from ocop.registers.recognitions.checks import otherwise, overtaken
from ocop.registers.recognitions.forms import AsksRecognition
from ocop.registers.recognitions.labels import refusal_of_row
from ocop.registers.recognitions.models import Entered
from ocop.registers.recognitions.permissions import refuse_bring_in, refuse_no_programme
from ocop.registers.recognitions.rules import Outcome, doubts_of, faults_of, row_of
from ocop.registers.recognitions.selectors import near
from ocop.registers.recognitions.writes import enter_rows
from ocop.registers.recognitions.writes.scans import keep_scan


@recorded
def enter_recognition(
    *, fields: Mapping[str, Any], by: Person, at: datetime, scan: File[Any] | None = None
) -> Entered:
    """Enters what a paper says, read by the same rule as a row of a table, with a scan of the paper.

    Refused to all but officers of the province; where a row of a table would be; what is on record already.
    """
    ensure(refuse_bring_in(who_is(by, at)))
    if holding(Programme.objects).order_by("pk").last() is None:
        raise Refused(refuse_no_programme())
    row, today = row_of(fields), timezone.localdate(at)
    ensure(refusal_of_row(faults_of(row, today)))
    place = row.values["place"]
    match = near(row).take(row, place.pk if place else None)
    if match.outcome is Outcome.OTHERWISE:
        ensure(refusal_of_row([otherwise(match)]))
    if match.outcome is Outcome.KNOWN:
        raise Refused(_known(match.product.name))
    doubts: list[Any] = [[one.code.value, one.where, one.value] for one in doubts_of(row)]
    doubts += [["look_alike", "name", name] for name in match.alike]
    with once(overtaken):
        written = enter_rows([match], source=None, doubts={0: doubts}, by=by, at=at, today=today)
    entered = Entered.objects.get(pk=written.recognitions[0])
    record("recognition.enter", entered, by=by, at=at)
    if scan is not None:
        keep_scan(entered, scan, note="", by=by, at=at)
    return entered


def _known(name: str) -> Refusal:
    return Refusal(
        "known",
        __("Công nhận này của “%(name)s” đã có trong danh bạ.") % {"name": name},
        "",
        __("Tìm sản phẩm trong danh sách; ghi sai thì sửa ở trang của công nhận đó."),
    )


ENTER = Act(
    about=IMPORTS,
    name="enter",
    path="ghi/",
    refuse=refuse_bring_in,
    form=AsksRecognition,
    do=enter_recognition,
    button=_("Ghi một công nhận"),
    heading=_("Ghi một sản phẩm đã được công nhận"),
    lead=_("Ghi đúng như giấy chứng nhận hoặc quyết định. Chỗ nào giấy không ghi thì để trống."),
    confirm=_("Ghi vào danh bạ"),
    said=_("Đã ghi vào danh bạ."),
    then=lambda _none, made: made.get_absolute_url(),
)

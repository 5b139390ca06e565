"""Ghi sáp nhập xã: old units, new units, day and paper; everything follows from that day."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import who_is
from ocop.foundation.acts import Act, Asks, Refusal, Refused, ensure, record, recorded
from ocop.foundation.documents.actions import file_paper
from ocop.foundation.documents.rules import PaperKind
from ocop.foundation.holding import holding
from ocop.foundation.places.actions import NewUnit, merge
from ocop.foundation.places.models import Place
from ocop.foundation.places.rules import Level
from ocop.foundation.ui.doubts import unconfirmed
from ocop.foundation.ui.forms import AsksTwice, DateField, TextField
from ocop.foundation.ui.templatetags.ui import ngay
from ocop.kernel.text import searchable
from ocop.registers.mergers.about import MERGERS
from ocop.registers.mergers.models import Merger
from ocop.registers.mergers.permissions import refuse_merge
from ocop.registers.mergers.rules import KINDS, MOST_UNITS, Unread, read_codes, read_units
from ocop.registers.mergers.selectors import what_follows
from ocop.registers.mergers.writes import move_people, open_offices, settle
from ocop.registers.programme.models import Programme


class AsksMerger(AsksTwice, Asks):
    """Old units by code, new units by code, kind and name, day and paper."""

    olds = TextField(
        label=_("Mã các xã, phường cũ"), lines=3, max_length=1000, help_text=_("Mỗi dòng một mã 5 chữ số.")
    )
    news = TextField(
        label=_("Xã, phường mới"), lines=2, max_length=2000,
        help_text=_("Mỗi dòng một đơn vị: mã; loại; tên. Ví dụ: 02999; xã; Bản Mới"),
    )  # fmt: skip
    on = DateField(label=_("Có hiệu lực từ ngày"))
    number = TextField(label=_("Số, ký hiệu nghị quyết"), max_length=80)
    issued_on = DateField(label=_("Ngày ban hành"))
    issuer = TextField(label=_("Cơ quan ban hành"), max_length=200)
    field_order = ("olds", "news", "on", "number", "issued_on", "issuer", "confirmed")
    beside = {
        "unit_": "olds", "day_": "on", "cycle_": "news", "code_": "news", "new_": "news", "paper_": "number",
    }  # fmt: skip

    def given(self) -> Mapping[str, Any]:
        """The lists as they were read."""
        told = self.cleaned_data
        return told | {"olds": read_codes(told["olds"]), "news": read_units(told["news"])}


@recorded
def merge_communes(
    programme: Programme,
    *,
    olds: Sequence[str],
    news: Sequence[NewUnit | Unread],
    on: date,
    number: str,
    issued_on: date,
    issuer: str,
    by: Person,
    at: datetime,
    confirmed: bool = False,
) -> Merger:
    """Ends communes the day before `on` and begins those that follow; says first what follows, and does it
    once that is confirmed. From the day, desks, officers, lists, numbers and search go by the new units.

    Refused to all but operators of the province; for a code that no commune of it bears the day before; a
    day before a unit began; a new code that any unit ever bore; a unit that would follow itself; a new unit
    that cannot be read; a paper that cannot be.
    """
    ensure(refuse_merge(who_is(by, at), programme))
    holding(Programme.objects).get(pk=programme.pk)  # one merger after another
    units = _read(news)
    ensure(_refuse_cycle(olds, units))
    rows = _olds(olds, programme.province, on)
    ensure(_refuse_codes(units))
    if not confirmed:
        told = list(what_follows(rows, on, is_one=len(units) == 1))
        raise Refused(unconfirmed(_lead(rows, units, on), told))
    paper = file_paper(
        kind=PaperKind.OTHER, number=number, issued_on=issued_on, issuer=issuer,
        subject="sắp xếp đơn vị hành chính cấp xã", by=by, at=at,
    )  # fmt: skip
    made = merge(olds=rows, news=units, on=on)
    content = {"olds": _named(rows), "news": _named(made)}
    merger = Merger.objects.create(
        province=programme.province, on=on, paper=paper, content=content, by=by, at=at,
        search_text=searchable(number, *content["olds"], *content["news"]),
    )  # fmt: skip
    data = {"on": on.isoformat(), "olds": list(olds), "news": [unit.code for unit in units]}
    record("merger.merge", merger, by=by, at=at, data=data)
    offices = open_offices(made, by=by, at=at)
    if len(offices) == 1:
        move_people(merger, rows, offices[0], by=by, at=at)
    settle(at=at)
    return merger


def _named(units: Sequence[Place]) -> list[str]:
    return [f"{unit} ({unit.code})" for unit in units]


def _read(news: Sequence[NewUnit | Unread]) -> list[NewUnit]:
    units = [unit for unit in news if isinstance(unit, NewUnit)]
    unread = next((unit.line for unit in news if isinstance(unit, Unread)), "")
    if not units or len(units) < len(news) or len(news) > MOST_UNITS:
        raise Refused(
            Refusal(
                "new_unread",
                gettext("Không đọc được đơn vị mới: “%(line)s”.") % {"line": unread},
                gettext("Mỗi dòng cần mã 5 chữ số; loại (%(kinds)s); tên.") % {"kinds": ", ".join(KINDS)},
                gettext("Viết lại dòng đó."),
            )
        )
    return units


def _refuse_cycle(olds: Sequence[str], units: Sequence[NewUnit]) -> Refusal | None:
    both = [unit.code for unit in units if unit.code in olds]
    if not both:
        return None
    return Refusal(
        "cycle_of_units",
        gettext("Mã %(code)s đứng ở cả hai bên.") % {"code": both[0]},
        gettext("Một đơn vị không thay thế chính nó."),
        gettext("Bỏ mã đó khỏi một bên."),
    )


def _olds(codes: Sequence[str], province: Place, on: date) -> list[Place]:
    """The communes of the province that bear these codes the day before."""
    known = Place.objects.filter(level=Level.COMMUNE, code__in=codes).in_province(province.code)
    rows = list(known.with_parents().order_by("valid_from"))
    found = []
    for code in codes:
        bearers = [row for row in rows if row.code == code]
        standing = next((row for row in bearers if row.stands(on - timedelta(days=1))), None)
        if standing is None or standing.valid_to is not None:
            raise Refused(_not_standing(code, bearers, on))
        found.append(standing)
    if not found or len(found) > MOST_UNITS:
        raise Refused(Refusal("unit_missing", gettext("Ghi ít nhất một mã xã, phường cũ.")))
    return found


def _not_standing(code: str, bearers: Sequence[Place], on: date) -> Refusal:
    """Nobody bears the code, the unit began later, or it has ended."""
    if not bearers:
        what = gettext("Tỉnh không có xã, phường nào mang mã %(code)s.") % {"code": code}
        return Refusal("unit_unknown", what, "", gettext("Tra mã ở trang Tra cứu xã."))
    last = bearers[-1]
    facts = {"unit": str(last), "day": ngay(last.valid_from), "on": ngay(on)}
    if last.valid_from >= on:
        what = gettext("%(unit)s lập từ ngày %(day)s, không thể kết thúc trước ngày %(on)s.") % facts
        return Refusal("day_before_unit", what, "", gettext("Kiểm tra lại ngày."))
    what = gettext("%(unit)s đã kết thúc rồi, hoặc đã ghi sáp nhập.") % facts
    return Refusal("unit_ended", what, "", gettext("Ghi mã của đơn vị hiện nay."))


def _refuse_codes(units: Sequence[NewUnit]) -> Refusal | None:
    codes = [unit.code for unit in units]
    twice = [code for code in codes if codes.count(code) > 1]
    used = Place.objects.filter(level=Level.COMMUNE, code__in=codes).order_by("code").first()
    if used is None and not twice:
        return None
    return Refusal(
        "code_used",
        gettext("Mã %(code)s đã dùng rồi.") % {"code": used.code if used else twice[0]},
        gettext("Mã của một đơn vị không dùng lại cho đơn vị khác."),
        gettext("Ghi mã mới do cơ quan thống kê cấp."),
    )


def _lead(rows: Sequence[Place], units: Sequence[NewUnit], on: date) -> str:
    facts = {
        "olds": ", ".join(map(str, rows)),
        "news": ", ".join(f"{unit.kind} {unit.name}" for unit in units),
        "day": ngay(on),
    }
    return gettext("Từ ngày %(day)s, %(olds)s thành %(news)s.") % facts


def _said(_programme: Programme, merger: Merger) -> str:
    if merger.on > timezone.localdate(merger.at):
        return gettext("Đã ghi. Danh sách, địa bàn và cơ quan đổi theo từ ngày %(day)s.") % {
            "day": ngay(merger.on)
        }
    return gettext("Đã ghi. Danh sách, địa bàn và cơ quan đã đổi theo.")


MERGE = Act(
    about=MERGERS,
    name="merge",
    path="ghi/",
    refuse=refuse_merge,
    form=AsksMerger,
    do=merge_communes,
    button=_("Ghi sáp nhập xã"),
    lead=_("Lần gửi đầu chỉ cho xem những gì sẽ đổi theo; xác nhận rồi mới ghi."),
    confirm=_("Ghi sáp nhập"),
    said=_said,
    begins=True,
)

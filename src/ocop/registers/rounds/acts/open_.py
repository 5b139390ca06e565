"""Mở đợt: opens a round of evaluation of the year with the dates of the law."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import who_is
from ocop.foundation.acts import Act, Asks, Refusal, Refused, ensure, record, recorded
from ocop.foundation.documents.models import Paper
from ocop.foundation.holding import holding
from ocop.foundation.ui.words import said
from ocop.kernel.law import Regulation, load_regulations
from ocop.kernel.law.citing import cite
from ocop.registers.programme.about import programme_here
from ocop.registers.programme.models import Programme
from ocop.registers.programme.rules import FIRST_YEAR
from ocop.registers.rounds.about import OF_THE_LAW
from ocop.registers.rounds.models import Round
from ocop.registers.rounds.permissions import refuse_manage
from ocop.registers.rounds.rules import legal_dates, legal_numbers
from ocop.registers.rounds.selectors import RoundToOpen

MOST_YEARS_AHEAD = 1


@recorded
def open_round(
    programme: Programme,
    *,
    regulation_code: str,
    year: int,
    number: int,
    by: Person,
    at: datetime,
    plan: Paper | None = None,
    rules: Paper | None = None,
    proposed_before: date | None = None,
    held_before: date | None = None,
) -> Round:
    """Opens a round with the legal dates of the regulation (Decision 26/2026, article 5).

    A round beyond the two of the law needs both the council's working rules that provide for it and a plan,
    and carries its own dates (R26-14). Refused where the year already has a round of this number.
    """
    ensure(refuse_manage(who_is(by, at)))
    regulation = _regulation(regulation_code)
    ensure(_refuse_name(year, number, at))
    legal = legal_dates(regulation, year, number)
    if legal is not None:
        proposed_before, held_before = legal.proposed_before, legal.held_before
    elif plan is None or rules is None or proposed_before is None or held_before is None:
        raise Refused(
            _incomplete(regulation, rules=rules, plan=plan, opens=proposed_before, closes=held_before)
        )
    ensure(_refuse_order(proposed_before, held_before))
    if holding(Programme.objects).get(pk=programme.pk).rounds.filter(year=year, number=number).exists():
        sentence = gettext("Năm %(year)s đã có đợt %(number)s.") % {"year": year, "number": number}
        raise Refused(Refusal("conflict_round", sentence, "", gettext("Xem danh sách các đợt.")))
    opened = Round.objects.create(
        programme=programme, regulation_code=regulation_code, year=year, number=number,
        is_extra=legal is None,
        proposed_before=proposed_before, held_before=held_before, plan=plan, rules=rules, created_at=at,
    )  # fmt: skip
    record("round.open", opened, by=by, at=at)
    return opened


def _regulation(code: str) -> Regulation:
    regulation = load_regulations().get(code)
    if regulation is None:
        raise Refused(
            Refusal("unknown_regulation", gettext("Không có văn bản quy định “%(code)s”.") % {"code": code})
        )
    return regulation


def _refuse_name(year: int, number: int, at: datetime) -> Refusal | None:
    if number >= 1 and FIRST_YEAR <= year <= at.year + MOST_YEARS_AHEAD:
        return None
    return Refusal(
        "no_such_round",
        gettext("Năm hoặc số của đợt không hợp lý."),
        "",
        gettext("Xem lại năm và số đợt."),
    )


def _refuse_order(proposed_before: date, held_before: date) -> Refusal | None:
    if held_before > proposed_before:
        return None
    return Refusal(
        "round_order",
        gettext("Ngày tổ chức phải sau ngày xã đề nghị."),
        gettext("Hội đồng chỉ đánh giá hồ sơ mà xã đã đề nghị."),
        gettext("Sửa một trong hai mốc ngày."),
    )


def _incomplete(regulation: Regulation, **given: Any) -> Refusal:
    """Which of the two papers and two dates is missing, and which law asks for them."""
    words = {
        "rules": gettext("quy chế hoạt động của hội đồng"),
        "plan": gettext("kế hoạch đánh giá"),
        "opens": gettext("mốc ngày đề nghị"),
        "closes": gettext("mốc ngày đánh giá"),
    }
    missing = ", ".join(words[name] for name, value in given.items() if value is None)
    return Refusal(
        "extra_round_papers",
        gettext("Chưa mở được đợt đánh giá: còn thiếu %(missing)s.") % {"missing": missing},
        _why(regulation),
        gettext("Nhập số văn bản quy chế, kế hoạch và hai mốc ngày của đợt."),
    )


def _why(regulation: Regulation) -> str:
    if legal_numbers(regulation):
        return gettext(
            "Đợt ngoài hai đợt luật định phải có trong quy chế của hội đồng và có kế hoạch (khoản 1 Điều 5)."
        )
    said = gettext("%(number)s không định ngày cho các đợt; đợt mở theo kế hoạch và quy chế của tỉnh.")
    return said % {"number": regulation.number}


@recorded
def open_legal_round(found: RoundToOpen | Round, *, by: Person, at: datetime) -> Round:
    """Opens a round that the law wants, in the programme of this database; refused as `open_round` is."""
    return open_round(
        programme_here(), regulation_code=found.regulation_code, year=found.year, number=found.number,
        by=by, at=at,
    )  # fmt: skip


def _dates(form: Asks) -> Mapping[str, Any]:
    """The dates of the law, and where they stand."""
    dates = form.thing.dates
    law = gettext("%(law)s, Quyết định 26/2026/QĐ-TTg") % {"law": said(cite(dates.article))}
    details = [
        (gettext("Xã đề nghị trước ngày"), _day(dates.proposed_before)),
        (gettext("Hội đồng đánh giá trước ngày"), _day(dates.held_before)),
        (gettext("Theo"), law),
    ]
    return {"details": details}


def _day(day: date) -> str:
    return f"{date_format(day, 'l')}, {date_format(day, 'DATE_FORMAT')}"


OPEN = Act(
    about=OF_THE_LAW,
    name="open",
    refuse=refuse_manage,
    do=open_legal_round,
    button=_("Mở đợt"),
    heading=lambda one: gettext("Mở đợt %(number)s năm %(year)s?") % {"number": one.number, "year": one.year},
    show=_dates,
    template="ui/confirm.html",
    said=lambda one, _made: (
        gettext("Đã mở đợt %(number)s năm %(year)s.") % {"number": one.number, "year": one.year}
    ),
    then=lambda _one, _made: reverse("rounds:list"),
)
"""Its page is `pages/rounds.py`: one that is open already leads to the list."""

"""Opening rounds."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext as _

from ocop.foundation.accounts.models import Person
from ocop.foundation.audit.actions import record
from ocop.foundation.audit.recording import recorded
from ocop.foundation.documents.models import Paper
from ocop.foundation.holding import holding
from ocop.foundation.refusals import Refusal, Refused, ensure
from ocop.kernel.law import Regulation, load_regulations
from ocop.registers.programme import permissions
from ocop.registers.programme.models import Programme, Round
from ocop.registers.programme.rules import FIRST_YEAR, legal_dates, legal_numbers

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
    ensure(permissions.refuse_manage(by, at))
    regulation = _regulation(regulation_code)
    if number < 1 or not FIRST_YEAR <= year <= at.year + MOST_YEARS_AHEAD:
        raise Refused(
            Refusal("no_such_round", _("Năm hoặc số của đợt không hợp lý."), "", _("Xem lại năm và số đợt."))
        )
    legal = legal_dates(regulation, year, number)
    if legal is not None:
        proposed_before, held_before = legal.proposed_before, legal.held_before
    elif plan is None or rules is None or proposed_before is None or held_before is None:
        raise Refused(
            _incomplete(regulation, rules=rules, plan=plan, opens=proposed_before, closes=held_before)
        )
    if held_before <= proposed_before:
        raise Refused(
            Refusal(
                "round_order",
                _("Ngày tổ chức phải sau ngày xã đề nghị."),
                _("Hội đồng chỉ đánh giá hồ sơ mà xã đã đề nghị."),
                _("Sửa một trong hai mốc ngày."),
            )
        )
    if holding(Programme.objects).get(pk=programme.pk).rounds.filter(year=year, number=number).exists():
        sentence = _("Năm %(year)s đã có đợt %(number)s.") % {"year": year, "number": number}
        raise Refused(Refusal("conflict_round", sentence, "", _("Xem danh sách các đợt.")))
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
            Refusal("unknown_regulation", _("Không có văn bản quy định “%(code)s”.") % {"code": code})
        )
    return regulation


def _incomplete(regulation: Regulation, **given: Any) -> Refusal:
    """Which of the two papers and two dates is missing, and which law asks for them."""
    words = {
        "rules": _("quy chế hoạt động của hội đồng"),
        "plan": _("kế hoạch đánh giá"),
        "opens": _("mốc ngày đề nghị"),
        "closes": _("mốc ngày đánh giá"),
    }
    missing = ", ".join(words[name] for name, value in given.items() if value is None)
    return Refusal(
        "extra_round_papers",
        _("Chưa mở được đợt đánh giá: còn thiếu %(missing)s.") % {"missing": missing},
        _("Đợt ngoài hai đợt luật định phải có trong quy chế của hội đồng và có kế hoạch (khoản 1 Điều 5).")
        if legal_numbers(regulation)
        else _("%(number)s không định ngày cho các đợt; đợt mở theo kế hoạch và quy chế của tỉnh.")
        % {"number": regulation.number},
        _("Nhập số văn bản quy chế, kế hoạch và hai mốc ngày của đợt."),
    )

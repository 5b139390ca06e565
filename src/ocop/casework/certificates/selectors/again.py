"""What the result of a re-evaluation or an upgrade means for the recognition that the product had."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from ocop.casework.dossiers.models import Dossier
from ocop.casework.dossiers.rules import DossierKind, Outcome
from ocop.casework.dossiers.rules.renewing import changes_nothing
from ocop.casework.review.models import AgendaItem
from ocop.registers.products.rules.standings import term_of

LEAST = 3
"""Stars from which a product is recognised."""


def is_unchanged(item: AgendaItem) -> bool:
    """Whether the result is one of an upgrade that does not reach more stars than the product has."""
    held = item.dossier.recognition
    return held is not None and changes_nothing(item.dossier.kind, item.recommended_stars, held.stars)


def held_before(dossier: Dossier, *, at: datetime) -> dict[str, Any]:
    """What a notice keeps of the recognition that the dossier is about; empty of a first dossier."""
    held = dossier.recognition
    if not dossier.is_again or held is None:
        return {}
    term = term_of(held.valid_from, held.expires_on, [event.as_event() for event in held.events.all()])
    return {
        "kind": str(dossier.kind),
        "stars": held.stars,
        "number": held.number,
        "until": "" if term is None else term.stops_on.isoformat(),
        "told_on": timezone.localdate(at).isoformat(),
        "filed_late": _filed(dossier).isoformat() if dossier.filed_late else "",
    }


def is_kept(content: Mapping[str, Any]) -> bool:
    """Whether a notice tells of an upgrade with the stars of a recognition, and still of none."""
    again = content.get("again") or {}
    is_upgrade = again.get("kind") == DossierKind.UPGRADE
    return is_upgrade and content["outcome"] == Outcome.NOT_RECOGNISED and (content["stars"] or 0) >= LEAST


def _filed(dossier: Dossier) -> date:
    first = dossier.submissions.order_by("number").values_list("at", flat=True).first()
    return timezone.localdate(first or dossier.submitted_at)


def again_lines(content: Mapping[str, Any]) -> list[str]:
    """What the notice says of the recognition that there was, in the language of the moment. The defaults for
    what the law leaves open: below 3 stars the old certificate runs to its end (article 7(6)), and an upgrade
    that fails changes nothing (article 7(5)).
    """
    again = content.get("again")
    if not again:
        return []
    lines = [_meaning(content, again)]
    if again["filed_late"]:
        words = _("Hồ sơ đánh giá lại nộp ngày %(day)s, muộn hơn thời hạn nộp (điểm a khoản 6 Điều 7).")
        lines.append(words % {"day": _day(again["filed_late"])})
    return lines


def _meaning(content: Mapping[str, Any], again: Mapping[str, Any]) -> str:
    outcome = Outcome(content["outcome"])
    words = {
        "stars": again["stars"], "number": again["number"] or "–", "until": _day(again["until"]),
        "on": _day(content["decided_on"]),
    }  # fmt: skip
    if outcome == Outcome.RECOGNISED:
        said = _("Kết quả này thay thế công nhận %(stars)s sao (Quyết định số %(number)s) từ ngày %(on)s.")
    elif outcome == Outcome.PROPOSED_TO_MINISTRY:
        said = _("Trong khi chờ Bộ, giấy chứng nhận %(stars)s sao còn giá trị đến hết ngày %(until)s.")
    elif again["kind"] == DossierKind.UPGRADE:
        said = _(
            "Kết quả này không làm thay đổi công nhận đã có: giấy chứng nhận %(stars)s sao (Quyết định số "
            "%(number)s) giữ nguyên giá trị đến hết ngày %(until)s."
        )
    elif again["until"] and again["until"] >= again["told_on"]:
        said = _(
            "Giấy chứng nhận %(stars)s sao (Quyết định số %(number)s) còn giá trị đến hết ngày %(until)s. "
            "Sau ngày đó không được in, dùng hạng sao và nhãn hiệu OCOP trên sản phẩm, bao bì, quảng cáo."
        )
    else:
        said = _(
            "Giấy chứng nhận %(stars)s sao (Quyết định số %(number)s) đã hết giá trị sau ngày %(until)s. "
            "Không được in, dùng hạng sao và nhãn hiệu OCOP trên sản phẩm, bao bì, quảng cáo."
        )
    return said % words


def _day(text: str) -> str:
    return date_format(date.fromisoformat(text), "DATE_FORMAT") if text else "–"

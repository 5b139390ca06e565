"""What several acts ask of what they were told, and their common refusals."""

from __future__ import annotations

from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ocop.casework.dossiers.models import Dossier
from ocop.casework.dossiers.rules import Outcome
from ocop.foundation.refusals import Refusal
from ocop.foundation.ui.words import said
from ocop.kernel.calendar import renewal_window
from ocop.kernel.law.citing import cite
from ocop.kernel.law.in_force import WINDOW_OPENS, legal_period
from ocop.registers.products.models import Product, Recognition
from ocop.registers.products.rules import StandingKind
from ocop.registers.products.selectors import standing_of

HIGHEST = 5


def unknown_criterion(code: str) -> Refusal:
    """A criterion that the rubric of the dossier's set does not have."""
    return Refusal("unknown_criterion", _("Bộ tiêu chí không có tiêu chí %(code)s.") % {"code": code})


def refuse_recognised(product: Product, day: date) -> Refusal | None:
    """No dossier of a first evaluation for what is recognised now, or waits for the ministry (R26-36)."""
    rows = product.recognitions.prefetch_related("events").order_by("decided_on", "pk")
    for recognition in rows:
        if standing_of(recognition, day).kind in _HOLDS:
            return _recognised(product, recognition)
    proposed = Dossier.objects.filter(product=product, outcome=Outcome.PROPOSED_TO_MINISTRY)
    if proposed.exists() and not rows.filter(stars=HIGHEST).exists():
        return Refusal(
            "before_ministry",
            _("“%(product)s” đang chờ Bộ đánh giá 5 sao.") % {"product": product.name},
            _("Kết quả của tỉnh đã được phê duyệt và gửi lên Bộ; chưa mở hồ sơ lần đầu khác."),
            _("Chờ kết quả của Bộ."),
        )
    return None


def _recognised(product: Product, recognition: Recognition) -> Refusal:
    """Says until when, and from when a re-evaluation may be filed."""
    words = {"product": product.name, "stars": recognition.stars}
    if recognition.expires_on is None:
        what = _("“%(product)s” đang được công nhận %(stars)s sao.") % words
        return Refusal("already_recognised", what, _ONLY_NEW, _LATER)
    opens, closes = renewal_window(recognition.expires_on)
    law = said(cite(legal_period(WINDOW_OPENS, recognition.expires_on).article))
    days = {name: date_format(on, "DATE_FORMAT") for name, on in (("opens", opens), ("closes", closes))}
    window = days | {"law": law}
    until = {"until": date_format(recognition.expires_on, "DATE_FORMAT")}
    return Refusal(
        "already_recognised",
        _("“%(product)s” đang được công nhận %(stars)s sao đến hết ngày %(until)s.") % (words | until),
        _ONLY_NEW,
        f"{_AGAIN % window} {_LATER}",
    )


_AGAIN = gettext_lazy("Hồ sơ đánh giá lại nộp từ ngày %(opens)s đến hết ngày %(closes)s (%(law)s).")
_ONLY_NEW = gettext_lazy("Hồ sơ lần đầu chỉ dành cho sản phẩm chưa được công nhận.")
_LATER = gettext_lazy("Hệ thống chưa nhận hồ sơ đánh giá lại và nâng hạng; liên hệ xã khi cần.")
_HOLDS = frozenset({StandingKind.NOT_YET, StandingKind.VALID, StandingKind.EXTENDED})

"""A dossier of a first evaluation is for what is not recognised."""

from __future__ import annotations

from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ocop.casework.dossiers.rules.renewing import window_of
from ocop.casework.dossiers.selectors.renewing import HOLDS, awaits_ministry, recognition_on
from ocop.foundation.refusals import Refusal
from ocop.foundation.ui.words import said
from ocop.kernel.law.citing import cite
from ocop.kernel.law.in_force import WINDOW_OPENS, legal_period
from ocop.registers.products.models import Product, Recognition


def refuse_recognised(product: Product, day: date) -> Refusal | None:
    """No dossier of a first evaluation for what is recognised now, or waits for the ministry (R26-36)."""
    found = recognition_on(product, day)
    if found is not None and found[1].kind in HOLDS:
        return _recognised(product, found[0])
    return refuse_before_ministry(product)


def refuse_before_ministry(product: Product) -> Refusal | None:
    """Nothing is opened for a product of which the ministry has not answered yet."""
    if not awaits_ministry(product):
        return None
    return Refusal(
        "before_ministry",
        _("“%(product)s” đang chờ Bộ đánh giá 5 sao.") % {"product": product.name},
        _("Kết quả của tỉnh đã được phê duyệt và gửi lên Bộ; chưa mở hồ sơ khác."),
        _("Chờ kết quả của Bộ."),
    )


def _recognised(product: Product, recognition: Recognition) -> Refusal:
    """Says until when, and from when a re-evaluation may be filed."""
    words = {"product": product.name, "stars": recognition.stars}
    if recognition.expires_on is None:
        what = _("“%(product)s” đang được công nhận %(stars)s sao.") % words
        return Refusal("already_recognised", what, _ONLY_NEW, _AGAIN)
    until = {"until": date_format(recognition.expires_on, "DATE_FORMAT")}
    return Refusal(
        "already_recognised",
        _("“%(product)s” đang được công nhận %(stars)s sao đến hết ngày %(until)s.") % (words | until),
        _ONLY_NEW,
        f"{window_words(recognition.expires_on)} {_AGAIN}",
    )


def window_words(expires_on: date) -> str:
    """From when to when a re-evaluation is filed, with the article."""
    window = window_of(expires_on)
    law = said(cite(legal_period(WINDOW_OPENS, expires_on).article))
    days = {"opens": window.opens, "closes": window.closes}
    written = {name: date_format(on, "DATE_FORMAT") for name, on in days.items()}
    return str(_WINDOW) % (written | {"law": law})


_WINDOW = gettext_lazy("Hồ sơ đánh giá lại nộp từ ngày %(opens)s đến hết ngày %(closes)s (%(law)s).")
_ONLY_NEW = gettext_lazy("Hồ sơ lần đầu chỉ dành cho sản phẩm chưa được công nhận.")
_AGAIN = gettext_lazy("Chọn “Đánh giá lại” để giữ hạng, hoặc “Nâng hạng”.")

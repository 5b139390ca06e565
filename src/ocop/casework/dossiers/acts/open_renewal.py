"""Làm hồ sơ đánh giá lại: the producer prepares the re-evaluation of what is recognised (article 7(6))."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ocop.casework.dossiers.about import PRODUCT_AGAIN
from ocop.casework.dossiers.acts.open import open_dossier, refuse_open
from ocop.casework.dossiers.checks.recognised import window_words
from ocop.casework.dossiers.models import Dossier
from ocop.casework.dossiers.permissions import refuse_stranger
from ocop.casework.dossiers.rules import DossierKind
from ocop.casework.dossiers.rules.renewing import Timing, window_of
from ocop.casework.dossiers.selectors.renewing import recognition_on
from ocop.foundation.accounts.models import Person
from ocop.foundation.acts import Act, Asks
from ocop.registers.products.models import Product


def open_renewal(product: Product, *, by: Person, at: datetime) -> Dossier:
    """A dossier of re-evaluation, prefilled from the one before; refused as `open_dossier` is."""
    return open_dossier(product, by=by, at=at, kind=DossierKind.RENEWAL)


def _shown(form: Asks) -> Mapping[str, Any]:
    """When it is filed, or why it cannot be opened now."""
    refusal = refuse_open(form.who, form.thing, DossierKind.RENEWAL)
    heading = gettext("Làm hồ sơ đánh giá lại “%(product)s”") % {"product": form.thing.name}
    today = timezone.localdate(form.who.at)
    found = None if refusal else recognition_on(form.thing, today)
    if found is None or (expires_on := found[0].expires_on) is None:
        return {"heading": heading, "refusal": refusal}
    details = [
        (gettext("Giấy chứng nhận hết hạn"), date_format(expires_on, "DATE_FORMAT")),
        (gettext("Thời gian nộp"), window_words(expires_on)),
    ]
    if window_of(expires_on).timing(today) == Timing.LATE:
        details.append((gettext("Đã muộn"), str(LATE)))
    return {"heading": heading, "refusal": refusal, "details": details}


LATE = _(
    "Hết thời gian nộp. Xã vẫn nhận và hồ sơ ghi là nộp muộn; quá ngày hết hạn, giấy chứng nhận chỉ còn hiệu "
    "lực nếu có văn bản kéo dài theo khoản 3 Điều 12."
)
"""What a late filing means: the default, printed wherever it is marked."""


OPEN_RENEWAL = Act(
    about=PRODUCT_AGAIN,
    name="open_renewal",
    path="danh-gia-lai/",
    refuse=lambda who, product: refuse_stranger(who, product.producer),
    do=open_renewal,
    button=_("Làm hồ sơ đánh giá lại"),
    lead=_("Điền sẵn từ hồ sơ lần trước và giấy tờ còn hạn. Bạn chỉ viết điều mới ở chín nội dung."),
    show=_shown,
    template="dossiers/open.html",
    then=lambda _product, dossier: dossier.get_absolute_url(),
)

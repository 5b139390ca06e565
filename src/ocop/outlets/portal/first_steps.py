"""What to do first: for a producer the way to a dossier, for everybody else what their role begins with."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from ocop.casework.dossiers.models import Dossier
from ocop.foundation.ui.parts import Step
from ocop.registers.producers.selectors import producers_of
from ocop.registers.products.selectors import products_of


def first_steps(person: Any, at: datetime) -> list[Step]:
    """Producer, product, dossier, handing in: what is done, and which comes next; empty once one was handed in."""
    own = Dossier.objects.of_producers_of(person, at)
    if own.filter(submitted_at__isnull=False).exists():
        return []
    product = products_of(person, at).order_by("pk").first()
    dossier = own.order_by("pk").first()
    product_url = reverse("dossiers:open", args=[product.slug]) if product else ""
    done = [producers_of(person, at).exists(), product is not None, dossier is not None, False]
    lines = [
        (_("Đăng ký chủ thể"), reverse("producers:register"), _("Hợp tác xã, tổ hợp tác, hộ hoặc công ty")),
        (_("Ghi sản phẩm"), reverse("products:register_any"), _("Tên, nhóm sản phẩm, vài tấm ảnh")),
        (_("Mở hồ sơ"), product_url, _("Tự chấm theo bộ tiêu chí và gắn minh chứng")),
        (_("Nộp hồ sơ cho xã"), dossier.get_absolute_url() if dossier else "", _("Nhận biên nhận ngay khi nộp")),
    ]  # fmt: skip
    now = done.index(False)
    return [
        Step(label, _state(place, now), url if place == now else "", note)
        for place, (label, url, note) in enumerate(lines)
    ]


def _state(place: int, now: int) -> str:
    if place < now:
        return "done"
    return "now" if place == now else "locked"

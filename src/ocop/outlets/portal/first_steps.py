"""What to do first: for a producer the way to a dossier, for everybody else what their role begins with."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from ocop.casework.dossiers.models import Dossier
from ocop.casework.review.selectors import sits_on_council
from ocop.foundation.accounts.rules import Role
from ocop.foundation.accounts.selectors import offices_of
from ocop.foundation.ui.parts import Todo
from ocop.outlets.portal.new_province import province_steps
from ocop.registers.producers.selectors import producers_of
from ocop.registers.products.selectors import products_of
from ocop.registers.programme.models import Programme


@dataclass(frozen=True)
class Start:
    """What a home begins with: the way ahead and its steps, none where it has been gone."""

    title: str
    steps: list[Todo]


def start(person: Any, roles: Collection[Role], programme: Programme | None, at: datetime) -> Start:
    """For who has no role the way of a producer; for operators and officers of the province that of a new
    province; for others, chairs and members of councils among them, nothing.
    """
    if not roles and sits_on_council(person, at):
        return Start("", [])
    if not roles:
        return Start(_("Từ sản phẩm đến giấy chứng nhận"), first_steps(person, at))
    if not {Role.OPERATOR, Role.PROVINCE_OFFICER} & set(roles) or programme is None:
        return Start("", [])
    if programme.province_id not in {row.place_id for row in offices_of(person, at)}:
        return Start("", [])
    return Start(_("Để tỉnh bắt đầu làm việc"), province_steps(programme, roles, at))


def first_steps(person: Any, at: datetime) -> list[Todo]:
    """Producer, product, dossier, handing in: what is done, and which comes next;
    empty once one was handed in.
    """
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
        (_("Nộp hồ sơ cho xã"), dossier.get_absolute_url() if dossier else "",
        _("Nhận biên nhận ngay khi nộp")),
    ]  # fmt: skip
    return _steps(lines, done)


def _steps(lines: list[tuple[str, str, str]], done: list[bool]) -> list[Todo]:
    """The first that is not done comes now and is a link; what lies behind it waits."""
    now = done.index(False)
    states = ["done" if is_done else "locked" for is_done in done]
    states[now] = "now"
    return [
        Todo(label, state, url if state == "now" else "", note)
        for (label, url, note), state in zip(lines, states, strict=True)
    ]

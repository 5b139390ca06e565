"""What a workbook of ideas asks for: its columns, the communes to choose from, an example."""

from __future__ import annotations

from datetime import datetime

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ocop.casework.ideas.models.visible import ground_of_offices
from ocop.casework.ideas.permissions import WRITERS
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.rules import Level
from ocop.foundation.accounts.who import who_is
from ocop.foundation.documents.engines.sheets import Column
from ocop.foundation.places.models import Place
from ocop.foundation.ui.words import said
from ocop.kernel.tables import IDEAS
from ocop.registers.products.selectors import regulation_on

MOST_IDEAS = IDEAS.most_rows


def communes_today(person: Person, at: datetime) -> list[Place]:
    """The communes of that ground that stand now, by code."""
    rows = Place.objects.existing_on(timezone.localdate(at)).filter(level=Level.COMMUNE)
    return list(
        rows.filter(pk__in=ground_of_offices(who_is(person, at), WRITERS)).with_parents().order_by("code")
    )


def columns(communes: list[Place], at: datetime) -> list[Column]:
    """What the workbook asks for; with lists of communes and kinds of products to choose from."""
    regulation = regulation_on(timezone.localdate(at))
    leaves = regulation.leaves.values() if regulation else []
    return [
        Column("name", gettext_lazy("Tên sản phẩm"), True, _("Ví dụ: Dứa sấy dẻo."), longest=200, width=28),
        Column(
            "material", gettext_lazy("Nguyên liệu địa phương"), True, _("Trồng, nuôi, hái ở đâu."), width=34
        ),
        Column(
            "proposer", gettext_lazy("Người hoặc cơ sở có ý tưởng"), True, _("Họ tên hoặc tên cơ sở."),
            longest=200, width=28,
        ),
        Column(
            "place", gettext_lazy("Xã, phường"), True, _("Mã hoặc tên; xã cũ cũng được."), digits=5,
            longest=120,
            choices=tuple(f"{one.code} – {one.kind} {one.name}" for one in communes),
        ),
        Column(
            "phone", gettext_lazy("Điện thoại"), hint=_("10 chữ số, bắt đầu bằng 0."), digits=10, longest=30,
            width=14
        ),
        Column(
            "registration_no", gettext_lazy("Mã số đăng ký kinh doanh"),
            hint=_("Nếu chủ thể đã có trong hệ thống."), longest=40,
        ),
        Column("market", gettext_lazy("Bán cho ai, ở đâu"), width=28),
        Column("help_wanted", gettext_lazy("Cần giúp gì"), width=28),
        Column("description", gettext_lazy("Mô tả"), width=34),
        Column(
            "leaf", gettext_lazy("Nhóm sản phẩm"), hint=_("Chọn trong danh sách, chưa rõ thì để trống."),
            choices=tuple(f"{leaf.key} – {said(leaf.label)}" for leaf in leaves), width=34,
        ),
    ]  # fmt: skip


EXAMPLE = {
    "name": "Dứa sấy dẻo",
    "material": "Dứa Queen trồng tại thôn Na Lốc",
    "proposer": "Hộ Giàng Thị Lan",
    "phone": "0912345678",
    "market": "Khách du lịch, siêu thị ở Lào Cai",
    "help_wanted": "Máy sấy, nhãn mác",
}

"""Làm trang chuỗi: the public page of a link begins."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ocop.casework.support.models import Activity
from ocop.casework.tourism.about import CHAINS
from ocop.casework.tourism.checks import slug_for, slug_taken
from ocop.casework.tourism.models import Chain
from ocop.casework.tourism.permissions import refuse_at, refuse_begin_for_all
from ocop.casework.tourism.selectors import LINK, SIGNBOARD
from ocop.casework.tourism.writes import words_to_find
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import who_is
from ocop.foundation.acts import Act, Asks, Refusal, ensure, once, record, recorded
from ocop.foundation.ui.forms import TextField
from ocop.registers.programme.models import Programme


class AsksChain(Asks):
    """Which link, the ground where the goods grow, the address."""

    link = forms.ModelChoiceField(
        Activity.objects.none(), label=_("Liên kết"), empty_label=_("Chọn liên kết đã ghi ở trang hỗ trợ")
    )
    area = forms.ModelChoiceField(
        Activity.objects.none(), label=_("Vùng nguyên liệu có biển giới thiệu"), required=False,
        empty_label=_("Không có"),
    )  # fmt: skip
    slug = TextField(
        label=_("Địa chỉ trang"), max_length=100, required=False,
        help_text=_("Chữ không dấu. Để trống: hệ thống tự đặt theo tên."),
    )  # fmt: skip
    beside = {"link_": "link", "area_": "area", "slug_": "slug", "not_": "link"}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        seen = Activity.objects.visible_to(self.who.person, self.who.at).exclude(state="cancelled")
        link: Any = self.fields["link"]
        link.queryset = seen.filter(kind=LINK, chain__isnull=True).order_by("name", "pk")
        area: Any = self.fields["area"]
        area.queryset = seen.filter(kind=SIGNBOARD).order_by("name", "pk")


@recorded
def open_chain(
    _programme: Programme, *, link: Activity, area: Activity | None = None, slug: str = "", by: Person,
    at: datetime,
) -> Chain:  # fmt: skip
    """A draft that only officers see. Refused outside the office's place, for a link that has a page, for
    other kinds of help, under an address that another has.
    """
    ensure(refuse_at(who_is(by, at), link.place))
    ensure(_refuse_link(link, area))
    made = Chain(
        name=str(link.facts.get("goods") or link.name)[:120], place=link.place, link=link, area=area,
        created_at=at, is_illustration=link.is_illustration,
    )  # fmt: skip
    made.slug = slug_for(Chain, slug, made.name)
    made.search_text = words_to_find(made)
    with once(lambda: _refuse_link(link, area) or slug_taken(made.slug)):
        made.save()
    record("chain.open", made, by=by, at=at)
    return made


def _refuse_link(link: Activity, area: Activity | None) -> Refusal | None:
    if link.kind != LINK or Chain.objects.filter(link=link).exists():
        return Refusal(
            "link_taken", gettext("Liên kết này đã có trang."), "", gettext("Mở trang đang có để sửa.")
        )
    if area is not None and area.kind != SIGNBOARD:
        return Refusal("area_other", gettext("Đây không phải là vùng nguyên liệu có biển giới thiệu."))
    return None


OPEN_CHAIN = Act(
    about=CHAINS, name="open_chain", path="them/", refuse=refuse_begin_for_all, form=AsksChain,
    do=open_chain, button=_("Làm trang chuỗi"), begins=True, weight="main", icon="hand-heart",
    then=lambda _programme, chain: chain.get_absolute_url(),
)  # fmt: skip

"""Viết tiếp: the other answers, kept while they are written."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django import forms
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ocop.casework.ideas.about import IDEA
from ocop.casework.ideas.checks import refuse_nameless, refuse_place
from ocop.casework.ideas.forms import leaf_choices, province_of
from ocop.casework.ideas.models import Idea
from ocop.casework.ideas.permissions import refuse_for_other, refuse_owner
from ocop.casework.ideas.selectors.likeness import alike_to
from ocop.casework.ideas.states import IDEA_EDITABLE
from ocop.casework.ideas.writes.answers import FIELDS, write_down
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import who_is
from ocop.foundation.acts import Act, Asks, ensure, held, recorded
from ocop.foundation.audit.actions import refuse_state
from ocop.foundation.places.forms import CommuneField
from ocop.foundation.ui.forms import PhoneField, TextField
from ocop.registers.products.selectors import regulation_on


class AsksAnswers(Asks):
    """Everything about the idea on one calm page; may be left half filled until it is sent."""

    hide_optional = True
    gives = frozenset({"fields"})

    material = TextField(
        label=_("Làm từ nguyên liệu nào của địa phương?"), lines=3, max_length=2000, required=False,
        help_text=_("Ví dụ: dứa Queen trồng tại thôn Na Lốc, mua của 20 hộ trong xã."),
    )  # fmt: skip
    description = TextField(
        label=_("Sản phẩm thế nào?"), lines=4, max_length=5000, required=False,
        help_text=_("Làm ra sao, đóng gói thế nào, có gì khác sản phẩm khác."),
    )  # fmt: skip
    market = TextField(
        label=_("Định bán cho ai, ở đâu?"), lines=2, max_length=2000, required=False,
        help_text=_("Ví dụ: khách du lịch Sa Pa, siêu thị ở Lào Cai."),
    )  # fmt: skip
    help_wanted = TextField(
        label=_("Cần giúp gì?"), lines=2, max_length=2000, required=False,
        help_text=_("Ví dụ: tập huấn, nhãn mác, máy móc, vay vốn, tìm nơi bán."),
    )  # fmt: skip
    leaf = forms.ChoiceField(
        label=_("Nhóm sản phẩm"), required=False,
        help_text=_("Chưa rõ thì để trống; chọn sau, khi làm hồ sơ."),
    )  # fmt: skip
    name = TextField(label=_("Tên sản phẩm dự định"), max_length=200)
    place = CommuneField(province="")
    proposer = TextField(label=_("Ý tưởng của ai?"), max_length=200)
    proposer_phone = PhoneField(label=_("Điện thoại người đó"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        commune: Any = self.fields["place"]
        commune.set_province(province_of(self.thing.place))
        regulation = regulation_on(timezone.localdate(self.who.at))
        self.fields["leaf"].choices = leaf_choices(regulation)  # type: ignore[attr-defined]
        if not self.thing.is_entered_for_other:
            del self.fields["proposer"], self.fields["proposer_phone"]

    def known(self) -> Mapping[str, Any]:
        """What was written so far."""
        return {name: getattr(self.thing, name) for name in FIELDS}

    def given(self) -> Mapping[str, Any]:
        """The answers together: a page that keeps itself sends some of them."""
        return {"fields": self.cleaned_data}


@recorded
def save_idea(idea: Idea, *, fields: Mapping[str, Any], by: Person, at: datetime) -> None:
    """Keeps some of the answers. Refused to strangers, once it was sent,
    and without a name or a standing commune.
    """
    who = who_is(by, at)
    ensure(refuse_owner(who, held(idea)))
    if not idea.is_editable:
        ensure(refuse_state(idea, WRITE.label))
    if fields.get("place", idea.place) != idea.place:
        ensure(refuse_place(fields["place"], at))
        if idea.is_entered_for_other:
            ensure(refuse_for_other(who, fields["place"]))
    write_down(idea, fields, at)
    ensure(refuse_nameless(idea))
    idea.save()


def _keep(form: Asks, some: dict[str, Any]) -> None:
    save_idea(form.thing, fields=some, by=form.who.person, at=form.who.at)


WRITE = Act(
    about=IDEA,
    name="write",
    path="viet/",
    when=IDEA_EDITABLE,
    refuse=refuse_owner,
    form=AsksAnswers,
    do=save_idea,
    keep=_keep,
    button=_("Viết tiếp"),
    heading=_("Kể về ý tưởng"),
    lead=_("Trang 2/3. Câu nào chưa rõ thì để trống."),
    confirm=_("Xem lại và gửi"),
    show=lambda form: {"matches": alike_to(form.thing, form.who)},
    then=lambda idea, _made: reverse("ideas:submit", args=[idea.key]),
    template="ideas/write.html",
)

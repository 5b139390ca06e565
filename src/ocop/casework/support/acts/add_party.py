"""Thêm bên liên kết: who is bound by a value-chain link, as what."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ocop.casework.support.about import ACTIVITY
from ocop.casework.support.checks import refuse_incomplete, twice
from ocop.casework.support.forms.facts import WholeField
from ocop.casework.support.models import Activity, Party
from ocop.casework.support.permissions import refuse_change
from ocop.casework.support.rules.facts import MOST_NUMBER
from ocop.casework.support.writes import index
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import who_is
from ocop.foundation.acts import Act, Asks, Refusal, Refused, ensure, held, record, recorded
from ocop.foundation.ui.forms import TextField
from ocop.foundation.ui.words import said
from ocop.kernel.text import one_line
from ocop.registers.producers.models import Producer


class AsksParty(Asks):
    """Who is bound, as what."""

    role = forms.ChoiceField(label=_("Vai trò"), widget=forms.RadioSelect)
    producer = forms.ModelChoiceField(
        Producer.objects.none(),
        label=_("Chủ thể trong hệ thống"),
        required=False,
        empty_label=_("Không có trong hệ thống"),
    )
    name = TextField(
        label=_("Tên"), required=False, max_length=200, help_text=_("Để trống nếu đã chọn chủ thể ở trên.")
    )
    households = WholeField(
        label=_("Số hộ"),
        required=False,
        min_value=1,
        max_value=MOST_NUMBER,
        help_text=_("Chỉ ghi cho bên gồm nhiều hộ."),
    )
    note = TextField(label=_("Ghi chú"), required=False, max_length=300)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        role: Any = self.fields["role"]
        role.choices = [(one.key, said(one.label)) for one in self.thing.row.parties]
        producer: Any = self.fields["producer"]
        producer.queryset = Producer.objects.filter(pk__in=self.thing.beneficiaries.values("producer"))


@recorded
def add_party(
    activity: Activity,
    *,
    role: str,
    name: str,
    by: Person,
    at: datetime,
    producer: Producer | None = None,
    households: int | None = None,
    note: str = "",
) -> Party:
    """Adds somebody to a value-chain link in a role of its kind.
    Refused twice, and for households without a number.
    """
    ensure(refuse_change(who_is(by, at), held(activity)))
    rule = activity.row.role(role)
    if rule is None:
        raise Refused(_unknown_role())
    if rule.needs_count and not households:
        raise Refused(_households_missing())
    name = one_line(name) or (producer.name if producer else "")
    ensure(None if name else refuse_incomplete([gettext("tên")]))
    if activity.parties.filter(role=role, name=name).exists():
        raise Refused(twice(name))
    party = Party.objects.create(
        activity=activity, role=role, name=name, producer=producer,
        households=households if rule.needs_count else None,
        note=one_line(note),
    )  # fmt: skip
    index(activity)
    data = {"role": role, "name": name, "households": households}
    record("activity.add_party", activity, by=by, at=at, data=data)
    return party


def _unknown_role() -> Refusal:
    return Refusal(
        "unknown_role",
        gettext("Loại hỗ trợ này không có vai trò đó."),
        "",
        gettext("Chọn một mục trong danh sách."),
    )


def _households_missing() -> Refusal:
    return Refusal(
        "households_missing",
        gettext("Chưa ghi số hộ."),
        gettext("Bên này gồm nhiều hộ."),
        gettext("Ghi số hộ, từ 1."),
    )


ADD_PARTY = Act(
    about=ACTIVITY,
    name="add_party",
    path="ben-lien-ket/",
    refuse=refuse_change,
    form=AsksParty,
    do=add_party,
    button=_("Thêm bên liên kết"),
    lead=_("Chủ thể trong hệ thống chọn được khi đã có trong danh sách được hỗ trợ."),
    confirm=_("Thêm"),
    said=_("Đã thêm."),
)

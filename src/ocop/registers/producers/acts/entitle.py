"""Thêm người được phép làm hồ sơ: lets somebody who has an account act for the producer."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django import forms
from django.urls import reverse
from django.utils.text import format_lazy
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.rules import sign_in_name
from ocop.foundation.accounts.who import forget
from ocop.foundation.acts import Act, Asks, ensure, record, recorded
from ocop.foundation.notifications.actions import tell
from ocop.foundation.ui.forms import TextField
from ocop.registers.producers.about import PRODUCER
from ocop.registers.producers.models import Producer, Representation
from ocop.registers.producers.permissions import refuse_act, refuse_keep
from ocop.registers.producers.writes import hold_producer


class AsksPerson(Asks):
    """Whom to let act for the producer."""

    username = TextField(
        label=_("Số điện thoại hoặc tên đăng nhập của người đó"),
        help_text=_("Người đó cần có tài khoản trước. Hãy hỏi họ dùng tên nào để đăng nhập."),
    )
    title = TextField(label=_("Vai trò"), max_length=120, required=False, help_text=_("Ví dụ: Kế toán"))

    def clean_username(self) -> Person:
        """The person, by exactly this name: nobody is shown who has an account."""
        person = Person.objects.filter(
            username=sign_in_name(self.cleaned_data["username"]), is_active=True
        ).first()
        if person is None:
            raise forms.ValidationError(
                _("Chưa có tài khoản nào tên này. Nhờ người đó đăng ký tài khoản, rồi làm lại."),
                code="unknown",
            )
        return person

    gives = frozenset({"person", "title"})

    def given(self) -> Mapping[str, Any]:
        """The person, and what they do there."""
        return {"person": self.cleaned_data["username"], "title": self.cleaned_data["title"]}


@recorded
def add_representation(
    producer: Producer, *, person: Any, by: Person | None, at: datetime, title: str = ""
) -> Representation:
    """Lets a person act for the producer; the person is told.
    `by` is None when registering the producer itself gives the right.
    """
    hold_producer(producer)
    if by is not None:
        ensure(refuse_act(by, producer, at))
    existing = producer.representations.filter(person=person, ends_at__isnull=True).first()
    if existing is not None:
        return existing
    representation = Representation.objects.create(
        producer=producer, person=person, title=title, starts_at=at
    )
    forget(person)
    record("producer.add_representation", producer, by=by, at=at, data={"person": person.pk})
    if by is not None:
        tell(
            [person],
            kind="producer.entitled",
            subject=format_lazy(_("Bạn làm thay được cho {name}"), name=producer.name),
            body=_("Từ nay bạn sửa được thông tin, ghi sản phẩm và nộp hồ sơ của chủ thể này."),
            url=producer.get_absolute_url(),
            at=at,
        )
    return representation


def _lead(producer: Producer) -> str:
    words = gettext("Người này sẽ sửa được thông tin, ghi sản phẩm và nộp hồ sơ của %(name)s.")
    return words % {"name": producer.name}


ENTITLE = Act(
    about=PRODUCER,
    name="entitle",
    path="nguoi-lam-thay/them/",
    refuse=refuse_keep,
    form=AsksPerson,
    do=add_representation,
    button=_("Thêm người được phép làm hồ sơ"),
    lead=_lead,
    confirm=_("Thêm"),
    said=lambda _producer, row: gettext("%(person)s làm thay được từ bây giờ.") % {"person": row.person},
    then=lambda producer, _row: reverse("producers:people", args=[producer.slug]),
)

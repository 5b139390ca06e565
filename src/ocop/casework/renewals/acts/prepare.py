"""Lập quyết định kéo dài: certificates whose renewal missed the window hold until the result."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ocop.casework.renewals.about import EXTENSIONS
from ocop.casework.renewals.labels import BARS
from ocop.casework.renewals.models import Extension, ExtensionItem
from ocop.casework.renewals.permissions import refuse_officer
from ocop.casework.renewals.rules import MOST_PRODUCTS, hard_stop
from ocop.casework.renewals.selectors.extensions import running_with
from ocop.casework.renewals.selectors.terms import bars, extendable, renewals_of
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.rules import Role
from ocop.foundation.accounts.selectors import people_holding
from ocop.foundation.accounts.who import who_is
from ocop.foundation.acts import Act, Asks, Refusal, ensure, record, recorded, vouch, words
from ocop.foundation.holding import holding
from ocop.foundation.notifications.actions import tell
from ocop.foundation.ui.forms import CheckboxCards, TextField
from ocop.foundation.ui.parts import Card
from ocop.foundation.ui.templatetags.ui import ngay
from ocop.kernel.text import searchable
from ocop.registers.products.models import Recognition
from ocop.registers.programme.models import Programme


class AsksExtension(Asks):
    """Which certificates, and why their renewals were filed outside of the window."""

    recognitions = forms.MultipleChoiceField(
        label=_("Sản phẩm"),
        widget=CheckboxCards,
        error_messages={"required": _("Đánh dấu ít nhất một sản phẩm.")},
        help_text=_("Chỉ những sản phẩm đã nộp hồ sơ đánh giá lại ngoài thời hạn, chưa có kết quả."),
    )
    reason = TextField(
        label=_("Vì sao nộp ngoài thời hạn"), lines=3, max_length=1000, help_text=_("In trong quyết định.")
    )
    beside = {"bar_": "recognitions", "nothing_": "recognitions", "conflict_": "recognitions"}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        rows = extendable(timezone.localdate(self.who.at))
        self.by_key = {str(one.pk): one for one in rows}
        choices = [(key, _card(one)) for key, one in self.by_key.items()]
        self.fields["recognitions"].choices = choices  # type: ignore[attr-defined]
        asked = self.query.get("sp", "")
        ticked = [key for key, one in self.by_key.items() if asked in ("", one.product.slug)]
        self.initial["recognitions"] = ticked

    def given(self) -> Mapping[str, Any]:
        """The recognitions that were ticked."""
        chosen = [self.by_key[key] for key in self.cleaned_data["recognitions"]]
        return self.cleaned_data | {"recognitions": chosen}


def _card(one: Recognition) -> Card:
    assert one.expires_on is not None  # noqa: S101 - one that can be extended has an end
    days = {"end": ngay(one.expires_on), "stop": ngay(hard_stop(one.expires_on))}
    side = gettext("hết hạn %(end)s, kéo dài muộn nhất đến %(stop)s") % days
    return Card(one.product.name, one.product.producer.name, side)


@recorded
def prepare_extension(
    programme: Programme, *, recognitions: Sequence[Recognition], reason: str, by: Person, at: datetime
) -> Extension:
    """Proposes to let certificates hold until the result of their renewal (article 12(3)); another signs.

    Refused to all but officers of the province; without products or more than MOST_PRODUCTS; for one that was
    taken back, replaced or annulled, whose days are not known, whose renewal was not filed, or filed in time,
    whose result comes first or whose hard stop has passed; for one that another proposal is about.
    """
    ensure(refuse_officer(who_is(by, at)))
    holding(Programme.objects).get(pk=programme.pk)  # two proposals about one product wait for each other
    today = timezone.localdate(at)
    ensure(_refuse_products(recognitions, today))
    filed = renewals_of(recognitions)
    extension = Extension.objects.create(
        programme=programme, reason=reason.strip(), prepared_by=by, prepared_at=at,
        search_text=searchable(*(word for one in recognitions for word in _words(one)), reason),
    )  # fmt: skip
    items = ExtensionItem.objects.bulk_create(
        ExtensionItem(
            extension=extension,
            recognition=one,
            position=place,
            product_name=one.product.name,
            producer_name=one.product.producer.name,
            filed_on=filed[one.pk].filed_on,
            stops_on=hard_stop(_end(one)),
        )
        for place, one in enumerate(recognitions, start=1)
    )
    vouch(items)
    data = {"recognitions": [one.pk for one in recognitions]}
    record("extension.prepare", extension, by=by, at=at, reason=reason, data=data)
    tell(
        people_holding(Role.SIGNER, at, place=programme.province),
        kind="renewals.extension",
        subject=words(_("Chờ ký: kéo dài %(what)s"), what=str(extension)),
        body=words(_("%(count)s giấy chứng nhận, theo khoản 3 Điều 12."), count=len(recognitions)),
        url=extension.get_absolute_url(),
        at=at,
    )
    return extension


def _end(one: Recognition) -> date:
    assert one.expires_on is not None  # noqa: S101 - asked before
    return one.expires_on


def _words(one: Recognition) -> tuple[str, ...]:
    return one.product.name, one.product.producer.name, one.product_code, one.certificate_code or ""


def _refuse_products(recognitions: Sequence[Recognition], today: date) -> Refusal | None:
    if not recognitions or len(recognitions) > MOST_PRODUCTS:
        return Refusal(
            "nothing_chosen",
            gettext("Một quyết định kéo dài từ 1 đến %(most)s sản phẩm.") % {"most": MOST_PRODUCTS},
            "",
            _("Xem lại danh sách."),
        )
    found = bars(recognitions, today)
    for one in recognitions:
        if (bar := found[one.pk]) is not None:
            return Refusal(
                f"bar_{bar.value}",
                gettext("“%(product)s” không kéo dài được.") % {"product": one.product.name},
                BARS[bar],
                _("Bỏ sản phẩm này khỏi danh sách."),
            )
    other = running_with(recognitions)
    if other is None:
        return None
    return Refusal(
        "conflict_in_another",
        gettext("“%(product)s” đang nằm trong một việc kéo dài khác.") % {"product": other.product_name},
        "",
        _("Mở việc đó, hoặc bỏ sản phẩm này khỏi danh sách."),
    )


PREPARE = Act(
    about=EXTENSIONS,
    name="prepare",
    path="lap/",
    refuse=refuse_officer,
    form=AsksExtension,
    do=prepare_extension,
    button=_("Lập quyết định kéo dài"),
    lead=_(
        "Giấy chứng nhận có hiệu lực đến ngày có kết quả, không quá ngày muộn nhất ghi ở từng sản phẩm "
        "(khoản 3 Điều 12)."
    ),
    confirm=_("Trình ký"),
    said=_("Đã lập. Người có thẩm quyền ký tiếp."),
    then=lambda _programme, extension: extension.get_absolute_url(),
    begins=True,
)

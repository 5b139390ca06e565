"""Thêm đối tượng được hỗ trợ: a producer, or one of its products, among those who are helped."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from functools import cached_property
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ocop.casework.support.about import ACTIVITY
from ocop.casework.support.checks import twice
from ocop.casework.support.models import Activity, Beneficiary
from ocop.casework.support.permissions import refuse_change
from ocop.casework.support.writes import index
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import who_is
from ocop.foundation.acts import Act, Asks, Refusal, Refused, ensure, held, record, recorded, words
from ocop.foundation.notifications.actions import tell
from ocop.foundation.places.selectors import lies_on
from ocop.foundation.ui.forms import RadioCards, TextField
from ocop.foundation.ui.lists import LONGEST_WORDS
from ocop.foundation.ui.parts import Card
from ocop.kernel.text import asked, one_line
from ocop.registers.producers.models import Producer
from ocop.registers.producers.selectors import people_of
from ocop.registers.products.models import Product

MOST_FOUND = 15


class AsksBeneficiary(Asks):
    """Who of those that were found, and what for. The words of the search stand in the address (`?q=`)."""

    who: Any = forms.ChoiceField(
        label=_("Chọn"), widget=RadioCards, error_messages={"required": _("Chọn một chủ thể hoặc sản phẩm.")}
    )
    outcome = TextField(
        label=_("Được gì"),
        required=False,
        max_length=300,
        help_text=_("Ví dụ: 2 người học, 500 nhãn, gian 9 m²."),
    )

    gives = frozenset({"producer", "product", "outcome"})

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choice: Any = self.fields["who"]
        choice.choices = [(key, card) for key, (_one, card) in self.found.items()]

    @cached_property
    def found(self) -> dict[str, tuple[Any, Card]]:
        """Producers and products that answer to the words, by the key of their choice."""
        words = self.query.get("q", "")[:LONGEST_WORDS]
        if not asked(words):
            return {}
        person, at = self.who.person, self.who.at
        producers = Producer.objects.on_desk_of(person, at).with_places()
        producers = producers.filter(search_text__finds=words)[:MOST_FOUND]
        found: dict[str, tuple[Any, Card]] = {
            f"p{one.pk}": (one, Card(one.name, str(one.commune or ""), badge=gettext("Chủ thể")))
            for one in producers
        }
        products = Product.objects.on_desk_of(person, at).with_names()
        products = products.filter(listing__search_text__finds=words)
        for one in products[: MOST_FOUND - len(found)]:
            found[f"s{one.pk}"] = (one, Card(one.name, one.producer.name, badge=gettext("Sản phẩm")))
        return found

    def given(self) -> Mapping[str, Any]:
        """The producer or the product that was chosen."""
        one = self.found[self.cleaned_data["who"]][0]
        is_product = isinstance(one, Product)
        return {
            "producer": None if is_product else one,
            "product": one if is_product else None,
            "outcome": self.cleaned_data["outcome"],
        }


@recorded
def add_beneficiary(
    activity: Activity,
    *,
    by: Person,
    at: datetime,
    producer: Producer | None = None,
    product: Product | None = None,
    outcome: str = "",
) -> Beneficiary:
    """Adds a producer, or one of its products, to those who are helped; its people are told.

    Refused the second time, for a producer outside the activity's province, and once the activity has ended.
    """
    whose = product.producer if product is not None else producer
    if whose is None or (producer is not None and producer.pk != whose.pk):
        raise ValueError("a producer or a product of that producer")
    ensure(refuse_change(who_is(by, at), held(activity)))
    ensure(_refuse_elsewhere(activity, whose))
    if activity.beneficiaries.filter(producer=whose, product=product).exists():
        raise Refused(twice(str(product or whose)))
    added = Beneficiary.objects.create(
        activity=activity, producer=whose, product=product, outcome=one_line(outcome)
    )
    index(activity)
    data = {"producer": whose.pk, "product": product.pk if product else None, "name": str(added)}
    record("activity.add_beneficiary", activity, by=by, at=at, data=data)
    tell(
        people_of(whose, at),
        kind="support.helped",
        subject=words(_("“%(name)s” có tên trong hoạt động hỗ trợ"), name=added),
        body=words(
            _("Hoạt động: %(activity)s. Cơ quan thực hiện: %(agency)s."),
            activity=activity,
            agency=activity.agency,
        ),
        url=activity.get_absolute_url(),
        at=at,
    )
    return added


def _refuse_elsewhere(activity: Activity, producer: Producer) -> Refusal | None:
    """A producer whose place is not known yet is taken: the register brings such."""
    if producer.commune_id is None or lies_on(producer.commune_id, activity.place.province):
        return None
    return Refusal(
        "producer_elsewhere",
        gettext("“%(name)s” không thuộc tỉnh của hoạt động này.") % {"name": producer.name},
        "",
        gettext("Chọn chủ thể trong tỉnh."),
    )


def _found(form: AsksBeneficiary) -> Mapping[str, Any]:
    return {
        "q": form.query.get("q", ""),
        "found": form.found,
        "is_full": len(form.found) >= MOST_FOUND,
    }


ADD_BENEFICIARY = Act(
    about=ACTIVITY,
    name="add_beneficiary",
    path="doi-tuong/",
    refuse=refuse_change,
    form=AsksBeneficiary,
    do=add_beneficiary,
    button=_("Thêm đối tượng được hỗ trợ"),
    confirm=_("Thêm"),
    said=_("Đã thêm."),
    show=_found,
    template="support/pick.html",
)

"""Sắp xếp theo quy tắc: the agenda in order of sets or communes, and the numbers of the samples."""

from __future__ import annotations

import secrets
from datetime import datetime

from django import forms
from django.utils.translation import gettext_lazy as _

from ocop.casework.review.about import MEETING
from ocop.casework.review.acts.order import order_agenda
from ocop.casework.review.labels import numbers_choices, order_choices
from ocop.casework.review.models import AgendaItem, Meeting
from ocop.casework.review.permissions import refuse_prepare
from ocop.casework.review.rules.arranging import Numbers, Order, Place, in_order, numbers
from ocop.casework.review.selectors import agenda
from ocop.casework.review.states import UPCOMING
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import who_is
from ocop.foundation.acts import Act, Asks, Refusal, Refused, ensure, held, record, recorded, vouch
from ocop.foundation.ui.forms import RadioCards


class AsksArrangement(Asks):
    """By what the agenda is put in order, and how samples are numbered."""

    order = forms.ChoiceField(
        label=_("Thứ tự sản phẩm"), choices=order_choices, widget=RadioCards, initial=Order.BY_SET.value
    )
    numbering = forms.ChoiceField(
        label=_("Đánh số mẫu"), choices=numbers_choices, widget=RadioCards, initial=Numbers.IN_ORDER.value,
        help_text=_("Bốc ngẫu nhiên theo một mã được ghi lại, nên ai cũng kiểm tra được."),
    )  # fmt: skip


@recorded
def arrange_agenda(
    meeting: Meeting,
    *,
    order: Order | str,
    numbering: Numbers | str,
    by: Person,
    at: datetime,
) -> list[AgendaItem]:
    """Puts the agenda in order by a rule and numbers the samples; the seed of drawn numbers is recorded.

    Refused: other offices; a meeting that was opened: its sheets and labels bear the numbers.
    """
    ensure(refuse_prepare(who_is(by, at), held(meeting)))
    if meeting.state not in UPCOMING:
        raise Refused(
            Refusal(
                "conflict_opened",
                _("Phiên họp đã khai mạc nên số mẫu không đổi được nữa."),
                _("Phiếu và nhãn mẫu đã mang số này."),
            )
        )
    items = {str(item.key): item for item in agenda(meeting)}
    keys = in_order([_place(item) for item in items.values()], Order(order))
    order_agenda(meeting, keys, by=by, at=at)
    seed = secrets.token_hex(8)
    taken = meeting.items.exclude(pk__in=[item.pk for item in items.values()]).values_list(
        "sample_no", flat=True
    )
    drawn = numbers(keys, Numbers(numbering), seed, taken)
    for key, number in drawn.items():
        items[key].sample_no = number
    if drawn:
        AgendaItem.objects.bulk_update(items.values(), ["sample_no"])
        vouch(items.values(), "sample_no")
    data = {"order": Order(order).value, "numbers": Numbers(numbering).value}
    if Numbers(numbering) == Numbers.DRAWN:
        data["seed"] = seed
    record("meeting.arrange", meeting, by=by, at=at, data=data)
    return [items[key] for key in keys]


def _place(item: AgendaItem) -> Place:
    dossier = item.dossier
    names = (dossier.commune.name, dossier.product.producer.name)
    return Place(str(item.key), dossier.set_number, *names, dossier.is_again)


ARRANGE = Act(
    about=MEETING,
    name="arrange",
    path="sap-xep/",
    when=UPCOMING,
    refuse=refuse_prepare,
    form=AsksArrangement,
    do=arrange_agenda,
    button=_("Sắp xếp theo quy tắc"),
    lead=_("Cùng bộ sản phẩm đứng cạnh nhau; hồ sơ đánh giá lại đứng cuối. Sau đó vẫn đổi tay được."),
    said=_("Đã sắp xếp."),
    weight="quiet",
    icon="list-checks",
)

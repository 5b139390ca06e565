"""The forms of decisions, notices and proposals.
What an action refuses comes back in the form, nothing is lost.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext as __
from django.utils.translation import gettext_lazy as _

from ocop.casework.certificates.labels import CAPACITIES, PACKAGE_PARTS
from ocop.casework.certificates.rules import IF_ANY, Capacity, PackagePart
from ocop.casework.review.models import AgendaItem
from ocop.casework.review.rules import ItemState
from ocop.foundation.places.selectors import full_name
from ocop.foundation.ui.forms import CheckboxCards, DateField, Form, RadioCards, TextField
from ocop.foundation.ui.parts import Card
from ocop.foundation.ui.refusals import Refused
from ocop.foundation.ui.templatetags.ui import so

_NUMBERS = ("number", "letter_no")
_DATES = ("signed_on", "letter_on", "noticed_on")


def carries_out(form: Form, act: Callable[[], Any]) -> bool:
    """Does the act; a refusal becomes a message beside its field, or on top,
    except a conflict with somebody else.
    """
    try:
        act()
    except Refused as refused:
        if refused.refusal.is_conflict:
            raise
        form.add_error(_field_of(form, refused.refusal.code), str(refused.refusal))
        return False
    return True


def _field_of(form: Form, code: str) -> str | None:
    candidates = _NUMBERS if code.startswith("number_") else _DATES if code.startswith("signed_") else ()
    return next((name for name in candidates if name in form.fields), None)


def item_card(item: AgendaItem) -> Card:
    """A result as a card: product, producer and commune, points and stars."""
    dossier = item.dossier
    stars = item.recommended_stars or item.stars or 0
    if item.state == ItemState.EXCLUDED:
        side = __("bị loại")
    else:
        side = __("%(total)s điểm · %(stars)s sao") % {"total": so(item.total), "stars": stars}
    commune = full_name(dossier.commune).partition(",")[0]
    return Card(dossier.product.name, f"{dossier.product.producer.name} · {commune}", side)


class ChooseForm(Form):
    """Which results a decision is about."""

    items = forms.MultipleChoiceField(
        label=_("Sản phẩm"),
        widget=CheckboxCards,
        error_messages={"required": _("Đánh dấu ít nhất một sản phẩm.")},
    )
    subject = TextField(
        label=_("Trích yếu"),
        required=False,
        max_length=300,
        lines=2,
        help_text=_("In sau chữ “Về việc”. Để trống thì dùng câu thường lệ."),
    )

    def __init__(self, *args: Any, choose_from: Sequence[AgendaItem], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.by_key = {str(item.pk): item for item in choose_from}
        self.fields["items"].choices = [(key, item_card(item)) for key, item in self.by_key.items()]  # type: ignore[attr-defined]

    def chosen(self) -> list[AgendaItem]:
        """The results that were ticked."""
        return [self.by_key[key] for key in self.cleaned_data["items"]]


class SubmitForm(Form):
    """Number and date of the submission letter, where the records office has given them."""

    letter_no = TextField(label=_("Số, ký hiệu tờ trình"), required=False, max_length=60)
    letter_on = DateField(label=_("Ngày tờ trình"), required=False)


class ReasonForm(Form):
    """Why."""

    reason = TextField(label=_("Lý do"), lines=4)


class SignForm(Form):
    """What the records office gave, and in which capacity it was signed."""

    number = TextField(label=_("Số, ký hiệu quyết định"), max_length=60, help_text=_("Do văn thư cấp."))
    signed_on = DateField(label=_("Ngày ký"))
    capacity = forms.ChoiceField(
        label=_("Ký với tư cách"),
        widget=RadioCards,
        choices=[(capacity.value, word) for capacity, word in CAPACITIES.items()],
        initial=Capacity.CHAIR.value,
    )

    def __init__(self, *args: Any, mark: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        example = f"512{mark}/QĐ-UBND"
        self.fields["number"].help_text = __("Do văn thư cấp, viết như %(example)s.") % {"example": example}


class NoticesForm(Form):
    """Which results are told now; number and date may come later."""

    items = forms.MultipleChoiceField(
        label=_("Sản phẩm"),
        widget=CheckboxCards,
        error_messages={"required": _("Đánh dấu ít nhất một sản phẩm.")},
    )
    number = TextField(label=_("Số, ký hiệu thông báo"), required=False, max_length=60)
    noticed_on = DateField(label=_("Ngày thông báo"), required=False)

    def __init__(self, *args: Any, choose_from: Sequence[AgendaItem], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.by_key = {str(item.pk): item for item in choose_from}
        self.fields["items"].choices = [(key, item_card(item)) for key, item in self.by_key.items()]  # type: ignore[attr-defined]

    def chosen(self) -> list[AgendaItem]:
        """The results that were ticked."""
        return [self.by_key[key] for key in self.cleaned_data["items"]]


class NumberForm(Form):
    """Number and date of a notice, from the records office."""

    number = TextField(label=_("Số, ký hiệu thông báo"), max_length=60)
    noticed_on = DateField(label=_("Ngày thông báo"))


class ProposalForm(Form):
    """The letter to the ministry and what goes with it."""

    letter_no = TextField(label=_("Số, ký hiệu văn bản đề nghị"), max_length=60)
    letter_on = DateField(label=_("Ngày văn bản"))
    sent_on = DateField(label=_("Ngày gửi"))
    package = forms.MultipleChoiceField(
        label=_("Thành phần hồ sơ đã đủ"),
        required=False,
        widget=CheckboxCards,
        help_text=_("Chỉ đánh dấu phần đã có trong bộ hồ sơ gửi đi."),
    )

    def __init__(self, *args: Any, parts: Sequence[PackagePart], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.hide_optional = True
        self.fields["package"].choices = [  # type: ignore[attr-defined]
            (part.value, Card(PACKAGE_PARTS[part], "" if part not in IF_ANY else _("Không có thì để trống")))
            for part in parts
        ]

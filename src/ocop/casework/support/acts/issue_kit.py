"""Giao mẫu nhãn: the artwork of the mark with stars, for one product that is helped."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from functools import cached_property
from typing import Any

from django import forms
from django.core.files.base import File
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ocop.casework.support.about import ACTIVITY
from ocop.casework.support.checks import twice
from ocop.casework.support.models import Activity, Kit
from ocop.casework.support.permissions import refuse_change
from ocop.casework.support.permissions.files import KIT_FILES
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import Who, who_is
from ocop.foundation.acts import Act, Asks, Refusal, Refused, ensure, held, record, recorded, words
from ocop.foundation.documents.actions import store
from ocop.foundation.documents.forms import UploadField
from ocop.foundation.notifications.actions import tell
from ocop.foundation.ui.forms import RadioCards
from ocop.foundation.ui.parts import Card
from ocop.registers.producers.selectors import people_of
from ocop.registers.products.models import Recognition
from ocop.registers.products.selectors import standing_of

FEWEST_STARS = 3


class AsksKit(Asks):
    """For which product, and the artwork."""

    recognition = forms.ChoiceField(label=_("Sản phẩm"), widget=RadioCards)
    upload = UploadField(label=_("Tệp mẫu nhãn"), is_original=True)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choice: Any = self.fields["recognition"]
        choice.choices = [
            (key, Card(one.product.name, _card_words(one))) for key, one in self.recognitions.items()
        ]

    @cached_property
    def recognitions(self) -> dict[str, Recognition]:
        """Those of the products that are helped, newest first, without those that have their kit."""
        rows = Recognition.objects.filter(
            product__in=self.thing.beneficiaries.values("product"), stars__gte=FEWEST_STARS
        )
        rows = rows.exclude(pk__in=self.thing.kits.values("recognition")).select_related("product")
        return {str(one.pk): one for one in rows.order_by("-year", "-pk")}

    def given(self) -> Mapping[str, Any]:
        """The recognition that was chosen, and the file."""
        chosen = self.recognitions[self.cleaned_data["recognition"]]
        return {"recognition": chosen, "upload": self.cleaned_data["upload"]}


def _card_words(recognition: Recognition) -> str:
    stars = gettext("%(stars)s sao") % {"stars": recognition.stars}
    if recognition.expires_on is None:
        return f"{stars}, {recognition.year}"
    until = date_format(recognition.expires_on, "DATE_FORMAT")
    return gettext("%(stars)s, đến hết ngày %(until)s") % {"stars": stars, "until": until}


def refuse_kit(who: Who, activity: Activity) -> Refusal | None:
    """Whoever may change the activity, of a kind that gives artwork."""
    if (refusal := refuse_change(who, activity)) is not None or activity.row.kits:
        return refusal
    return Refusal(
        "no_kits",
        gettext("Loại hỗ trợ này không giao mẫu nhãn."),
        "",
        gettext("Dùng loại “Logo OCOP, mẫu nhãn”."),
    )


@recorded
def issue_kit(
    activity: Activity, *, recognition: Recognition, upload: File[Any], by: Person, at: datetime
) -> Kit:
    """Gives the artwork for one product with its stars; it may be used until its recognition ends (MARK-1).

    Refused for kinds without artwork, a product that the activity does not help, the second time, and where
    the recognition does not hold today with 3 stars or more. The product's people are told.
    """
    ensure(refuse_kit(who_is(by, at), held(activity)))
    product, today = recognition.product, timezone.localdate(at)
    ensure(_refuse_product(activity, recognition))
    until = _until(recognition, today)
    if until is None:
        raise Refused(_not_recognised(product.name))
    file = store(upload, owner=KIT_FILES, by=by, at=at)
    kit = Kit.objects.create(
        activity=activity, recognition=recognition, allowed_until=until, file=file, issued_on=today
    )
    data = {
        "product": product.pk, "stars": recognition.stars, "until": until.isoformat(), "sha256": file.sha256,
    }  # fmt: skip
    record("activity.kit", activity, by=by, at=at, data=data)
    _tell(kit, at)
    return kit


def _refuse_product(activity: Activity, recognition: Recognition) -> Refusal | None:
    product = recognition.product
    if not activity.beneficiaries.filter(product=product).exists():
        return Refusal(
            "kit_not_for_product",
            gettext("“%(name)s” chưa có trong danh sách được hỗ trợ của hoạt động này.")
            % {"name": product.name},
            "",
            gettext("Thêm sản phẩm vào danh sách trước."),
        )
    return twice(product.name) if activity.kits.filter(recognition=recognition).exists() else None


def _until(recognition: Recognition, today: date) -> date | None:
    """Until when artwork with its stars may be used; None where it does not hold for certain."""
    standing = standing_of(recognition, today)
    if not standing.is_good or (recognition.stars or 0) < FEWEST_STARS:
        return None
    return standing.until or recognition.expires_on


def _not_recognised(name: str) -> Refusal:
    return Refusal(
        "recognition_ended",
        gettext("Không giao mẫu nhãn cho “%(name)s” được.") % {"name": name},
        gettext("Chỉ dùng logo có sao khi sản phẩm còn được công nhận từ 3 sao trở lên."),
        gettext("Đánh giá lại sản phẩm trước, rồi giao mẫu nhãn."),
    )


def _tell(kit: Kit, at: datetime) -> None:
    product = kit.recognition.product
    tell(
        people_of(product.producer, at),
        kind="support.kit",
        subject=words(_("Mẫu nhãn có logo OCOP của “%(product)s” đã sẵn sàng"), product=product),
        body=words(
            _("Được dùng đến hết ngày %(until)s, trên đúng sản phẩm này. Sau ngày đó không in nữa."),
            until=date_format(kit.allowed_until, "DATE_FORMAT"),
        ),
        url=kit.activity.get_absolute_url(),
        at=at,
    )


def _nothing(form: AsksKit) -> Mapping[str, Any]:
    words = gettext("Thêm sản phẩm đã được công nhận vào danh sách được hỗ trợ trước.")
    return {"nothing": "" if form.recognitions else words}


ISSUE_KIT = Act(
    about=ACTIVITY,
    name="kit",
    path="mau-nhan/",
    refuse=refuse_kit,
    form=AsksKit,
    do=issue_kit,
    button=_("Giao mẫu nhãn"),
    lead=_("Chỉ giao cho sản phẩm còn được công nhận, đúng số sao, dùng đến hết hạn công nhận."),
    said=_("Đã giao mẫu nhãn."),
    show=_nothing,
    template="support/kit.html",
)

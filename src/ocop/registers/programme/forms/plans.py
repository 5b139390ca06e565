"""What several acts ask of a plan: of which province and year, its head, files, why."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from ocop.foundation.acts import Asks
from ocop.foundation.documents.forms import UploadsField, titled
from ocop.foundation.places.models import Place
from ocop.foundation.ui.forms import ReasonField, TextField
from ocop.registers.programme.models import Frame
from ocop.registers.programme.rules import FIRST_YEAR


class ProvinceField(forms.ModelChoiceField):
    """A province of the programme, today's or one that it took over."""

    def label_from_instance(self, obj: Place) -> str:
        """With the last day of one that is gone; two bear the same name."""
        if obj.valid_to is None:
            return obj.local_name
        return str(_("%(place)s (đến %(day)s)")) % {
            "place": obj.local_name, "day": date_format(obj.valid_to, "DATE_FORMAT"),
        }  # fmt: skip

    @staticmethod
    def offer(form: forms.Form, provinces: list[Place]) -> None:
        """Lets the form's `place` be one of these."""
        place: Any = form.fields["place"]
        place.queryset = Place.objects.filter(pk__in=[one.pk for one in provinces])


class YearField(forms.TypedChoiceField):
    """A year of the programme, at most the next one; asked anew each time a form is made."""

    def __init__(self, **options: Any) -> None:
        super().__init__(coerce=int, choices=years, **options)


def years() -> list[tuple[int, str]]:
    """Next year first."""
    return [(year, str(year)) for year in range(timezone.localdate().year + 1, FIRST_YEAR - 1, -1)]


class AsksHead(Asks):
    """Name, frame and note of a draft."""

    name = TextField(label=_("Tên kế hoạch"), max_length=300)
    frame = forms.ModelChoiceField(
        Frame.objects.none(), label=_("Thuộc đề án"), required=False, empty_label=_("Không thuộc đề án nào")
    )
    note = TextField(label=_("Ghi chú"), required=False, lines=3, max_length=2000)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        frame: Any = self.fields["frame"]
        frame.queryset = Frame.objects.filter(place__in=self.provinces)

    @property
    def provinces(self) -> list[Place]:
        """The provinces whose projects are offered."""
        raise NotImplementedError


class AsksFiles(Asks):
    """Files with their name."""

    title = TextField(label=_("Tên văn bản"), max_length=200)
    upload = UploadsField(label=_("Tệp"))

    gives = frozenset({"uploads"})

    def given(self) -> Mapping[str, Any]:
        """Each file with its title."""
        return {"uploads": titled(self)}


class AsksShortReason(Asks):
    """Why."""

    reason = ReasonField(lines=2, max_length=300)

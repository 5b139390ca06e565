"""Thêm đề án nhiều năm: puts a project of several years on record."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import who_is
from ocop.foundation.acts import Act, Asks, Refusal, Refused, ensure, once, record, recorded
from ocop.foundation.places.models import Place
from ocop.foundation.ui.forms import TextField
from ocop.registers.programme.about import FRAMES
from ocop.registers.programme.forms.plans import ProvinceField
from ocop.registers.programme.models import Frame
from ocop.registers.programme.permissions import provinces_to_write, refuse_write, refuse_write_anywhere


class AsksFrame(Asks):
    """A project of several years."""

    place = ProvinceField(Place.objects.none(), label=_("Tỉnh"), empty_label=None)
    name = TextField(label=_("Tên đề án"), max_length=200)
    number = TextField(label=_("Số, ký hiệu"), max_length=60, required=False)
    first_year = forms.IntegerField(label=_("Từ năm"), min_value=2000, max_value=2100, widget=forms.TextInput)
    last_year = forms.IntegerField(label=_("Đến năm"), min_value=2000, max_value=2100, widget=forms.TextInput)
    note = TextField(label=_("Ghi chú"), required=False, lines=3, max_length=2000)

    beside = {"conflict_frame": "name"}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        ProvinceField.offer(self, provinces_to_write(self.who))


@recorded
def write_frame(
    place: Place,
    *,
    name: str,
    first_year: int,
    last_year: int,
    by: Person,
    at: datetime,
    number: str = "",
    note: str = "",
) -> Frame:
    """Puts a project of several years on record.
    Refused: no name, years in the wrong order, the same name again.
    """
    ensure(refuse_write(who_is(by, at), place))
    if not name.strip() or last_year < first_year:
        raise Refused(
            Refusal(
                "frame_incomplete",
                gettext("Đề án chưa có tên, hoặc năm cuối trước năm đầu."),
                "",
                gettext("Sửa rồi lưu lại."),
            )
        )
    ensure(_refuse_second_frame(place, name))
    with once(lambda: _refuse_second_frame(place, name)):
        frame = Frame.objects.create(
            place=place, name=name.strip(), number=number.strip(), first_year=first_year, last_year=last_year,
            note=note.strip(),
        )  # fmt: skip
    record("plan_frame.write", frame, by=by, at=at)
    return frame


def _refuse_second_frame(place: Place, name: str) -> Refusal | None:
    if not Frame.objects.filter(place=place, name=name.strip()).exists():
        return None
    return Refusal("conflict_frame", gettext("Đề án này đã có."), "", gettext("Chọn đề án trong danh sách."))


WRITE_FRAME = Act(
    about=FRAMES,
    name="frame_write",
    refuse=refuse_write_anywhere,
    form=AsksFrame,
    do=write_frame,
    button=_("Thêm đề án nhiều năm"),
    confirm=_("Lưu"),
    said=_("Đã thêm đề án."),
)

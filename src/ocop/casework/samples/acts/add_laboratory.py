"""Thêm phòng thử nghiệm: a laboratory goes into the province's register."""

from __future__ import annotations

from datetime import date, datetime

from django.utils.translation import gettext_lazy as _

from ocop.casework.samples.about import LABORATORIES
from ocop.casework.samples.models import Laboratory
from ocop.casework.samples.permissions import refuse_laboratories
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import who_is
from ocop.foundation.acts import Act, Asks, Refusal, ensure, record, recorded
from ocop.foundation.ui.forms import DateField, TextField
from ocop.kernel.text import one_line, searchable
from ocop.registers.programme.models import Programme


class AsksAboutLaboratory(Asks):
    """Name, accreditation, contact, what it tests."""

    name = TextField(label=_("Tên phòng thử nghiệm"), max_length=200)
    accreditation_no = TextField(
        label=_("Số công nhận"), max_length=80, help_text=_("Ví dụ: VILAS 301, số chỉ định của Bộ Y tế.")
    )
    valid_until = DateField(label=_("Hiệu lực đến hết ngày"), required=False)
    contact = TextField(label=_("Địa chỉ, điện thoại, thư điện tử"), required=False, max_length=300)
    scope = TextField(label=_("Phạm vi thử nghiệm"), lines=3, required=False, max_length=2000)
    beside = {"accreditation_": "accreditation_no"}


@recorded
def add_laboratory(
    programme: Programme,
    *,
    name: str,
    accreditation_no: str,
    by: Person,
    at: datetime,
    valid_until: date | None = None,
    contact: str = "",
    scope: str = "",
) -> Laboratory:
    """A laboratory to which samples can be sent. Refused to all but officers of the province, for an
    accreditation number that is there.
    """
    ensure(refuse_laboratories(who_is(by, at)))
    ensure(refuse_number(programme.province_id, accreditation_no))
    laboratory = Laboratory(province_id=programme.province_id)
    fields = {"name": name, "accreditation_no": accreditation_no, "contact": contact, "scope": scope}
    write_laboratory(laboratory, fields, valid_until)
    data = {"name": laboratory.name, "number": laboratory.accreditation_no}
    record("laboratory.add", laboratory, by=by, at=at, data=data)
    return laboratory


def write_laboratory(laboratory: Laboratory, fields: dict[str, str], valid_until: date | None) -> None:
    """Its columns, tidy, and the words by which it is found."""
    for column, text in fields.items():
        setattr(laboratory, column, text.strip() if column == "scope" else one_line(text))
    laboratory.valid_until = valid_until
    laboratory.search_text = searchable(laboratory.name, laboratory.accreditation_no, laboratory.scope)
    laboratory.save()


def refuse_number(province: int, number: str, but: Laboratory | None = None) -> Refusal | None:
    """The same accreditation a second time."""
    rows = Laboratory.objects.filter(province=province, accreditation_no__iexact=one_line(number))
    known = (rows if but is None else rows.exclude(pk=but.pk)).first()
    if known is None:
        return None
    return Refusal(
        "accreditation_there", _("Số công nhận này đã có trong danh sách."), known.name, _("Sửa dòng đã có.")
    )


ADD_LABORATORY = Act(
    about=LABORATORIES,
    name="add_laboratory",
    path="them/",
    refuse=lambda who, _thing: refuse_laboratories(who),
    form=AsksAboutLaboratory,
    do=add_laboratory,
    button=_("Thêm phòng thử nghiệm"),
    said=_("Đã thêm phòng thử nghiệm."),
    begins=True,
)

"""Sửa phòng thử nghiệm: a new term of accreditation, another address."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext_lazy as _

from ocop.casework.samples.about import LABORATORY
from ocop.casework.samples.acts.add_laboratory import AsksAboutLaboratory, refuse_number, write_laboratory
from ocop.casework.samples.models import Laboratory
from ocop.casework.samples.permissions import refuse_laboratory
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import who_is
from ocop.foundation.acts import Act, ensure, held, record, recorded

COLUMNS = ("name", "accreditation_no", "valid_until", "contact", "scope")


class AsksAnew(AsksAboutLaboratory):
    """The same, as it stands."""

    def known(self) -> Mapping[str, Any]:
        """As it is stored."""
        return {column: getattr(self.thing, column) for column in COLUMNS}


@recorded
def edit_laboratory(
    laboratory: Laboratory,
    *,
    name: str,
    accreditation_no: str,
    by: Person,
    at: datetime,
    valid_until: date | None = None,
    contact: str = "",
    scope: str = "",
) -> Laboratory:
    """What the register says of it from now on. Refused to all but officers of its province, for an
    accreditation number of another.
    """
    ensure(refuse_laboratory(who_is(by, at), held(laboratory)))
    ensure(refuse_number(laboratory.province_id, accreditation_no, laboratory))
    before = {column: str(getattr(laboratory, column) or "") for column in COLUMNS}
    fields = {"name": name, "accreditation_no": accreditation_no, "contact": contact, "scope": scope}
    write_laboratory(laboratory, fields, valid_until)
    changed = {
        column: text for column, text in before.items() if text != str(getattr(laboratory, column) or "")
    }
    record("laboratory.edit", laboratory, by=by, at=at, data={"before": changed})
    return laboratory


EDIT_LABORATORY = Act(
    about=LABORATORY,
    name="edit_laboratory",
    refuse=refuse_laboratory,
    form=AsksAnew,
    do=edit_laboratory,
    button=_("Sửa phòng thử nghiệm"),
    confirm=_("Lưu"),
    said=_("Đã lưu."),
)

"""Sửa: enters the days off of a year anew; what is known of it stands in the form."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ocop.foundation.accounts.models import Person
from ocop.foundation.acts import Act, recorded
from ocop.kernel.calendar import write_days
from ocop.registers.programme.about import YEAR_OF_DAYS_OFF
from ocop.registers.programme.acts.days_off_enter import enter_days_off, page_of_year, say_entered
from ocop.registers.programme.forms.days_off import AsksDaysOff
from ocop.registers.programme.models import YearOfDaysOff
from ocop.registers.programme.permissions import refuse_days_off
from ocop.registers.programme.selectors.days_off import KnownYear


class AsksAnew(AsksDaysOff):
    """The same of a year that stays as it is."""

    gives = frozenset({"certainty", "source", "days"})

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["year"].disabled = True

    def known(self) -> Mapping[str, Any]:
        """What counts now."""
        known = self.thing
        return {
            "year": known.year, "certainty": known.certainty.value,
            "source": known.row.source if known.row else "", "days": write_days(known.days),
        }  # fmt: skip

    def given(self) -> Mapping[str, Any]:
        """All but the year."""
        return {name: self.cleaned_data[name] for name in self.gives}


@recorded
def edit_days_off(
    known: KnownYear, *, certainty: str, source: str, days: str, by: Person, at: datetime
) -> YearOfDaysOff:
    """Replaces a year that is known; refused as entering one is."""
    return enter_days_off(year=known.year, certainty=certainty, source=source, days=days, by=by, at=at)


EDIT_DAYS_OFF = Act(
    about=YEAR_OF_DAYS_OFF,
    name="days_off_edit",
    path="sua/",
    refuse=refuse_days_off,
    form=AsksAnew,
    do=edit_days_off,
    button=_("Sửa"),
    heading=lambda known: gettext("Sửa ngày nghỉ năm %(year)s") % {"year": known.year},
    confirm=_("Ghi vào bảng ngày nghỉ"),
    said=say_entered,
    then=page_of_year,
)

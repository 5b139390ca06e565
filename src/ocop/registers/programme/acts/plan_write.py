"""Lập kế hoạch năm: begins the plan of a province for a year, as a draft."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import who_is
from ocop.foundation.acts import Act, Refusal, ensure, once, record, recorded
from ocop.foundation.places.models import Place
from ocop.foundation.places.rules import Level
from ocop.registers.programme.about import PLANS
from ocop.registers.programme.checks import refuse_frame, refuse_words
from ocop.registers.programme.forms.plans import AsksHead, ProvinceField, YearField
from ocop.registers.programme.models import Frame, Plan
from ocop.registers.programme.permissions import provinces_to_write, refuse_write, refuse_write_anywhere
from ocop.registers.programme.rules import FIRST_YEAR


class AsksPlan(AsksHead):
    """A new plan."""

    place = ProvinceField(Place.objects.none(), label=_("Tỉnh"), empty_label=None)
    year = YearField(label=_("Năm"))
    field_order = ("place", "year", "name", "frame", "note")

    beside = {"conflict_plan": "year"}
    gives = frozenset({"place", "year", "name", "frame", "note", "is_illustration"})

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        ProvinceField.offer(self, self.provinces)

    @property
    def provinces(self) -> list[Place]:
        """Those for which the person writes."""
        return provinces_to_write(self.who)

    def known(self) -> Mapping[str, Any]:
        """The own province, and the year to come."""
        provinces = self.provinces
        return {
            "year": timezone.localdate(self.who.at).year + 1, "place": provinces[0].pk if provinces else None,
        }  # fmt: skip

    def given(self) -> Mapping[str, Any]:
        """What is written here is meant."""
        return {**self.cleaned_data, "is_illustration": False}


@recorded
def write_plan(
    place: Place,
    *,
    year: int,
    name: str,
    by: Person,
    at: datetime,
    frame: Frame | None = None,
    note: str = "",
    is_illustration: bool = False,
) -> Plan:
    """Begins the plan of a province for a year, as a draft.

    Refused: other offices; a place that is no province or did not stand in that year; a year before the
    programme or beyond the next; a second plan of the same code and year.
    """
    ensure(refuse_write(who_is(by, at), place))
    ensure(_refuse_year(year, at) or _refuse_province(place, year) or refuse_second(place, year))
    ensure(refuse_words(name) or refuse_frame(frame, place, year))
    with once(lambda: refuse_second(place, year)):
        plan = Plan.objects.create(
            place=place, year=year, name=name.strip(), frame=frame, note=note.strip(),
            is_illustration=is_illustration, created_at=at, created_by=by,
        )  # fmt: skip
    record("plan.write", plan, by=by, at=at, data={"place": place.code, "year": year})
    return plan


def _refuse_year(year: int, at: datetime) -> Refusal | None:
    if FIRST_YEAR <= year <= timezone.localdate(at).year + 1:
        return None
    return Refusal(
        "no_such_year",
        gettext("Không lập kế hoạch cho năm %(year)s.") % {"year": year},
        gettext("Chương trình bắt đầu năm 2018; kế hoạch lập trước nhiều nhất một năm."),
        gettext("Chọn năm khác."),
    )


def _refuse_province(place: Place, year: int) -> Refusal | None:
    is_province = place.level == Level.PROVINCE
    stood = place.valid_from.year <= year and (place.valid_to is None or place.valid_to.year >= year)
    if is_province and stood:
        return None
    return Refusal(
        "no_such_province",
        gettext("%(place)s không phải là tỉnh có trong năm %(year)s.")
        % {"place": place.local_name, "year": year},
        gettext("Kế hoạch thuộc tỉnh theo địa giới của năm đó."),
        gettext("Chọn tỉnh khác hoặc năm khác."),
    )


def refuse_second(place: Place, year: int) -> Refusal | None:
    """Another plan at the same address: code and year."""
    if not Plan.objects.live().filter(place__code=place.code, year=year).exists():
        return None
    return Refusal(
        "conflict_plan",
        gettext("Tỉnh mã %(code)s đã có kế hoạch năm %(year)s.") % {"code": place.code, "year": year},
        "",
        gettext("Mở kế hoạch đã có. Nếu đó là dự thảo không dùng nữa thì bỏ dự thảo trước."),
    )


WRITE_PLAN = Act(
    about=PLANS,
    name="plan_write",
    path="lap/",
    refuse=refuse_write_anywhere,
    form=AsksPlan,
    do=write_plan,
    button=_("Lập kế hoạch năm"),
    lead=_("Bắt đầu bằng dự thảo; chỉ tiêu, nhiệm vụ và kinh phí nhập ở bước sau."),
    confirm=_("Lập dự thảo"),
    template="programme/write.html",
    then=lambda _none, plan: plan.get_absolute_url(),
)

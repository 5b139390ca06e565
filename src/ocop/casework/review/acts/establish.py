"""Lập hội đồng: a council is put on record with the decisions that set up it and its advisory team."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext_lazy as _

from ocop.casework.review.about import COUNCILS
from ocop.casework.review.models import Council
from ocop.casework.review.permissions.councils import not_office
from ocop.casework.review.writes.papers import paper_of
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.rules import Level, Role
from ocop.foundation.accounts.who import Who, who_is
from ocop.foundation.acts import Act, Asks, Refusal, Refused, ensure, record, recorded
from ocop.foundation.documents.models import Paper
from ocop.foundation.documents.rules import PaperKind
from ocop.foundation.places.models import Place
from ocop.foundation.ui.forms import DateField, TextField
from ocop.registers.programme.models import Programme


def refuse_establish(who: Who, programme: Programme) -> Refusal | None:
    """Setting up a council: officers of the province, secretaries."""
    may = who.holds_any(Role.PROVINCE_OFFICER, Role.SECRETARY, place=programme.province)
    return None if may else not_office()


class AsksCouncil(Asks):
    """A council with its two decisions."""

    name = TextField(label=_("Tên hội đồng"), max_length=200)
    issuer = TextField(label=_("Cơ quan ban hành"), max_length=200)
    established_no = TextField(label=_("Số quyết định thành lập hội đồng"), max_length=60)
    established_on = DateField(label=_("Ngày quyết định thành lập hội đồng"))
    team_no = TextField(label=_("Số quyết định thành lập tổ tư vấn"), max_length=60)
    team_on = DateField(label=_("Ngày quyết định thành lập tổ tư vấn"))
    starts_on = DateField(label=_("Hoạt động từ ngày"))
    ends_on = DateField(label=_("Đến hết ngày"), required=False)

    def known(self) -> Mapping[str, Any]:
        """Who usually issues such decisions."""
        return {"issuer": self.thing.authority_name}


@recorded
def establish_council(
    programme: Programme,
    *,
    name: str,
    established_by: Paper,
    team_by: Paper,
    starts_on: date,
    by: Person,
    at: datetime,
    ends_on: date | None = None,
    level: Level = Level.PROVINCE,
    place: Place | None = None,
) -> Council:
    """Puts a council on record with the decisions that set up it and its advisory team (R26-26).

    `place` is the district of a district's council. Refused: other offices; a term that ends before it
    begins.
    """
    ensure(refuse_establish(who_is(by, at), programme))
    if ends_on is not None and ends_on < starts_on:
        raise Refused(Refusal("term_ends_before_start", _("Thời hạn hội đồng kết thúc trước khi bắt đầu.")))
    council = Council.objects.create(
        programme=programme,
        name=name,
        level=level.value,
        place=place,
        established_by=established_by,
        team_by=team_by,
        starts_on=starts_on,
        ends_on=ends_on,
        created_at=at,
        created_by=by,
    )
    record(
        "council.establish", council, by=by, at=at, data={"papers": [established_by.number, team_by.number]}
    )
    return council


@recorded
def file_and_establish(
    programme: Programme,
    *,
    name: str,
    issuer: str,
    established_no: str,
    established_on: date,
    team_no: str,
    team_on: date,
    starts_on: date,
    ends_on: date | None,
    by: Person,
    at: datetime,
) -> Council:
    """The same with decisions that may not be on record yet."""
    ensure(refuse_establish(who_is(by, at), programme))
    subject = "thành lập hội đồng đánh giá, phân hạng sản phẩm OCOP"
    established_by = paper_of(
        PaperKind.DECISION, established_no, established_on, issuer=issuer, subject=subject, by=by, at=at
    )
    subject = "thành lập tổ tư vấn giúp việc hội đồng"
    team_by = paper_of(PaperKind.DECISION, team_no, team_on, issuer=issuer, subject=subject, by=by, at=at)
    return establish_council(
        programme, name=name, established_by=established_by, team_by=team_by,
        starts_on=starts_on, ends_on=ends_on, by=by, at=at,
    )  # fmt: skip


ESTABLISH = Act(
    about=COUNCILS,
    name="establish",
    path="moi/",
    refuse=refuse_establish,
    form=AsksCouncil,
    do=file_and_establish,
    button=_("Lập hội đồng"),
    confirm=_("Lưu"),
    said=_("Đã lập hội đồng. Tiếp theo: ghi quy chế và thành viên."),
    then=lambda _programme, council: council.get_absolute_url(),
)

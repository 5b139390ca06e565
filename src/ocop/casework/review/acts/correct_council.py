"""Sửa thông tin hội đồng: a name, number or date that was typed wrong is put right, with the reason."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext_lazy as _

from ocop.casework.review.about import COUNCIL
from ocop.casework.review.checks import refuse_no_reason
from ocop.casework.review.models import Council
from ocop.casework.review.permissions import refuse_set_up
from ocop.casework.review.writes.holding import hold_council
from ocop.casework.review.writes.papers import right_paper
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import who_is
from ocop.foundation.acts import Act, AsksReason, Refusal, Refused, ensure, record, recorded
from ocop.foundation.ui.forms import DateField, TextField


class AsksRight(AsksReason):
    """What stands on record, to put right."""

    name = TextField(label=_("Tên hội đồng"), max_length=200)
    established_no = TextField(label=_("Số quyết định thành lập hội đồng"), max_length=60)
    established_on = DateField(label=_("Ngày quyết định thành lập hội đồng"))
    team_no = TextField(label=_("Số quyết định thành lập tổ tư vấn"), max_length=60)
    team_on = DateField(label=_("Ngày quyết định thành lập tổ tư vấn"))
    starts_on = DateField(label=_("Hoạt động từ ngày"))
    ends_on = DateField(label=_("Đến hết ngày"), required=False)
    field_order = (
        "name", "established_no", "established_on", "team_no", "team_on", "starts_on", "ends_on", "reason"
    )  # fmt: skip

    def known(self) -> Mapping[str, Any]:
        """As it stands on record."""
        return _on_record(self.thing)


def _on_record(council: Council) -> dict[str, Any]:
    return {
        "name": council.name,
        "established_no": council.established_by.number,
        "established_on": council.established_by.issued_on,
        "team_no": council.team_by.number,
        "team_on": council.team_by.issued_on,
        "starts_on": council.starts_on,
        "ends_on": council.ends_on,
    }


@recorded
def correct_council(
    council: Council,
    *,
    name: str,
    established_no: str,
    established_on: date,
    team_no: str,
    team_on: date,
    starts_on: date,
    ends_on: date | None,
    reason: str,
    by: Person,
    at: datetime,
) -> Council:
    """Puts right what was typed wrong about a council; what stood there before stays in the record, and
    minutes that were made keep the words that were printed.

    Refused: other offices; nothing changed; no reason; a term that ends before it begins; a number that
    another paper of the same issuer has that year; a paper of tomorrow.
    """
    ensure(refuse_set_up(who_is(by, at), council) or refuse_no_reason(reason))
    hold_council(council)
    council.refresh_from_db()
    if ends_on is not None and ends_on < starts_on:
        raise Refused(Refusal("term_ends_before_start", _("Thời hạn hội đồng kết thúc trước khi bắt đầu.")))
    before = _on_record(council)
    council.established_by = right_paper(council.established_by, established_no, established_on, by=by, at=at)
    council.team_by = right_paper(council.team_by, team_no, team_on, by=by, at=at)
    council.name, council.starts_on, council.ends_on = " ".join(name.split()), starts_on, ends_on
    after = _on_record(council)
    changed = {key: [str(before[key]), str(after[key])] for key in before if before[key] != after[key]}
    if not changed:
        raise Refused(Refusal("nothing_changed", _("Chưa sửa gì."), "", _("Sửa chỗ ghi sai rồi lưu.")))
    council.save(update_fields=["established_by", "team_by", "name", "starts_on", "ends_on"])
    record("council.correct", council, by=by, at=at, reason=reason, data=changed)
    return council


CORRECT_COUNCIL = Act(
    about=COUNCIL,
    name="correct_council",
    path="sua/",
    refuse=refuse_set_up,
    form=AsksRight,
    do=correct_council,
    button=_("Sửa thông tin hội đồng"),
    lead=_("Chỉ để sửa chỗ ghi sai. Biên bản đã lập giữ nguyên chữ đã in; sổ ghi nhận giữ cả hai."),
    confirm=_("Lưu"),
    said=_("Đã sửa thông tin hội đồng."),
)

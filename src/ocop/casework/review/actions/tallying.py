"""From sealed sheets to a result: tally, dispute, another pass, resolutions, exclusion, recommendation."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ocop.casework.dossiers.rules.answers import is_known
from ocop.casework.dossiers.selectors import set_of
from ocop.casework.review import notices, permissions
from ocop.casework.review.actions.locking import held_item
from ocop.casework.review.models import AgendaItem, Resolution, ScoreSheet
from ocop.casework.review.rules import Recommendation, ResolutionKind
from ocop.casework.review.rules.facts import findings
from ocop.casework.review.selectors.panel import Bench, bench
from ocop.casework.review.selectors.results import Tally, result_fields, tally_of
from ocop.foundation.audit.actions import record, transition
from ocop.foundation.ui.refusals import Refusal, Refused, ensure
from ocop.kernel.scoring import Choice


@transaction.atomic
def tally_item(item: AgendaItem, *, by: Any, at: datetime) -> AgendaItem:
    """Adds up a product whose judges have all sealed; usually the last seal has done so already.

    Refused: other people than secretary and chair; sheets still open; too few judges for this product.
    """
    stored = held_item(item)
    ensure(permissions.refuse_tally(by, stored, at))
    ensure(refuse_incomplete(bench(stored, at)))
    _tally(stored, by=by, at=at)
    return stored


def tally_if_ready(item: AgendaItem, *, by: Any, at: datetime) -> None:
    """The same after a seal, where nothing stands against it; `item` is held."""
    if refuse_incomplete(bench(item, at)) is None:
        _tally(item, by=by, at=at)


def refuse_incomplete(found: Bench) -> Refusal | None:
    """Whether sheets are missing, or judges: a conflict leaves quorum and mean of the product."""
    if not found.is_complete:
        left = len(found.waiting_for)
        return Refusal(
            "sheets_missing",
            ngettext("Còn %(n)s phiếu chưa chốt.", "Còn %(n)s phiếu chưa chốt.", left) % {"n": left},
            _("Điểm chỉ tổng hợp khi mọi thành viên có mặt và không có xung đột lợi ích đã chốt phiếu."),
            _("Nhắc thành viên chốt phiếu, hoặc ghi vắng mặt người đã về."),
        )
    if not found.quorum.is_met:
        return Refusal(
            "item_quorum_not_met",
            _("Không đủ thành viên chấm sản phẩm này: có %(present)s, cần %(needed)s.")
            % {"present": found.quorum.present, "needed": found.quorum.needed},
            _("Người có xung đột lợi ích hoặc vắng mặt không tính vào số thành viên chấm."),
            _("Mời thêm thành viên dự họp hoặc chuyển sản phẩm sang phiên khác."),
        )
    return None


def _tally(item: AgendaItem, *, by: Any, at: datetime) -> None:
    tally = tally_of(item)
    if tally.result.errors:
        raise Refused(Refusal("tally_failed", " ".join(fault.text() for fault in tally.result.errors)))
    changes = {**result_fields(tally), "tallied_at": at}
    if tally.result.excluded:
        reason = " ".join(exclusion.sentence.vi for exclusion in tally.result.excluded)
        transition(item, "exclude", by=by, at=at, reason=reason, changes=changes)
    elif tally.open_points:
        undecided = {**changes, "recommendation": "", "recommended_stars": None}
        transition(item, "dispute", by=by, at=at, changes=undecided, data={"open": tally.open_points})
    else:
        transition(item, "tally", by=by, at=at, changes=changes, data=_summary(tally))


def _summary(tally: Tally) -> dict[str, Any]:
    return {"total": str(tally.result.total), "stars": tally.result.stars, "sheets": len(tally.sheets)}


@transaction.atomic
def order_rescoring(item: AgendaItem, *, reason: str, by: Any, at: datetime) -> AgendaItem:
    """Another pass: every judge gets a new sheet that begins with the old choices; the old sheets stay as
    they are.

    Refused: others than secretary and chair; a product that is not disputed; no reason.
    """
    stored = held_item(item)
    ensure(permissions.refuse_rescore(by, stored, at))
    old = tally_of(stored).sheets
    changes = {
        "pass_no": stored.pass_no + 1, "agreed": {}, "result": {}, "total": None, "total_exact": "",
        "stars": None,
        "spread": None, "tallied_at": None,
    }  # fmt: skip
    data = {"pass": stored.pass_no, "sheets": {str(sheet.seat_id): sheet.sha256 for sheet in old}}
    transition(stored, "rescore", by=by, at=at, reason=reason, changes=changes, data=data)
    ScoreSheet.objects.bulk_create(_again(sheet, stored.pass_no, at) for sheet in old)
    notices.rescoring(stored, reason=reason, at=at)
    return stored


def _again(sheet: ScoreSheet, pass_no: int, at: datetime) -> ScoreSheet:
    return ScoreSheet(
        item=sheet.item, seat=sheet.seat, pass_no=pass_no, choices=sheet.choices, comments=sheet.comments,
        general_comment=sheet.general_comment, version=sheet.version, changed=sheet.changed, saved_at=at,
    )  # fmt: skip


@transaction.atomic
def record_resolution(
    item: AgendaItem,
    *,
    kind: ResolutionKind,
    text: str,
    by: Any,
    at: datetime,
    agreed: Mapping[str, Choice] | None = None,
) -> Resolution:
    """The chair records what the council settled: that the spread stands, or the places of marked criteria.

    When nothing is left to settle, the product has its result. Refused: others than the chair; a product that
    is not disputed; a point that is not open; no words; a marked criterion without a place or with one the
    rubric lacks.
    """
    stored = held_item(item)
    ensure(permissions.refuse_resolve(by, stored, at))
    tally = tally_of(stored)
    ensure(_refuse_resolution(tally, kind, text, agreed or {}))
    resolution = Resolution.objects.create(
        item=stored,
        pass_no=stored.pass_no,
        kind=kind.value,
        text=text.strip(),
        agreed=dict(agreed or {}),
        at=at,
        by=by,
    )
    if agreed:
        stored.agreed = dict(agreed)
        stored.save(update_fields=["agreed"])
    record("agenda_item.resolution", stored, by=by, at=at, reason=text, data={"kind": kind.value})
    settled = tally_of(stored)
    if not settled.open_points:
        changes = {**result_fields(settled), "tallied_at": at}
        transition(stored, "resolve", by=by, at=at, reason=text, changes=changes, data=_summary(settled))
    return resolution


def _refuse_resolution(
    tally: Tally, kind: ResolutionKind, text: str, agreed: Mapping[str, Choice]
) -> Refusal | None:
    if kind not in tally.open_points:
        return Refusal(
            "nothing_to_settle", _("Không có gì cần thống nhất về việc này."), "", _("Tải lại trang.")
        )
    if not text.strip():
        return Refusal("reason_missing", _("Chưa ghi nội dung hội đồng thống nhất."))
    if kind != ResolutionKind.MINIMUM:
        return None
    criteria = tally.product_set.criteria
    wrong = [
        code for code in tally.to_agree if code not in agreed or not is_known(criteria[code], agreed[code])
    ]
    if not wrong and agreed.keys() <= set(tally.to_agree):
        return None
    return Refusal(
        "agreed_missing",
        _("Chưa ghi mức thống nhất của tiêu chí: %(codes)s.") % {"codes": ", ".join(wrong) or "–"},
        _("Quy chế yêu cầu hội đồng thống nhất mức của từng tiêu chí có yêu cầu tối thiểu."),
    )


@transaction.atomic
def record_fact(
    item: AgendaItem, *, name: str, value: bool, reason: str, by: Any, at: datetime
) -> AgendaItem:
    """Records a finding that changes points, such as that the product need not be tested.

    Refused: after the tally; a fact that the set's sheet does not know, or one that excludes
    (`exclude_item`).
    """
    stored = held_item(item)
    ensure(permissions.refuse_record_fact(by, stored, at))
    _require_known(stored, name, excludes=False)
    _require_reason(reason)
    entry = {"value": value, "reason": reason.strip(), "by": str(by), "at": at.isoformat()}
    stored.facts = {**stored.facts, name: entry}
    stored.save(update_fields=["facts"])
    record("agenda_item.fact", stored, by=by, at=at, reason=reason, data={"name": name, "value": value})
    return stored


@transaction.atomic
def exclude_item(item: AgendaItem, *, fact: str, reason: str, by: Any, at: datetime) -> AgendaItem:
    """The chair ends the evaluation on a ground of the set's sheet (R26-07). Nothing can be scored
    afterwards.

    Refused: others than the chair; a ground that the sheet does not know; no reason.
    """
    stored = held_item(item)
    ensure(permissions.refuse_exclude(by, stored, at))
    _require_known(stored, fact, excludes=True)
    entry = {"value": True, "reason": reason.strip(), "by": str(by), "at": at.isoformat()}
    changes = {
        "facts": {**stored.facts, fact: entry},
        "stars": None,
        "recommendation": "",
        "recommended_stars": None,
    }
    transition(stored, "exclude", by=by, at=at, reason=reason, changes=changes, data={"fact": fact})
    return stored


def _require_known(item: AgendaItem, name: str, *, excludes: bool) -> None:
    known = [finding.name for finding in findings(set_of(item.dossier)) if finding.excludes == excludes]
    if name not in known:
        raise Refused(
            Refusal(
                "unknown_fact",
                _("Phiếu của bộ sản phẩm này không có điều kiện vừa chọn."),
                "",
                _("Chọn một điều kiện trong danh sách."),
            )
        )


def _require_reason(reason: str) -> None:
    if not reason.strip():
        raise Refused(Refusal("reason_missing", _("Chưa ghi lý do."), _("Biên bản cần nêu căn cứ.")))


@transaction.atomic
def recommend(
    item: AgendaItem, *, recommendation: Recommendation, reason: str, by: Any, at: datetime
) -> AgendaItem:
    """From 90 points with an unmet 5-star minimum the chair chooses: the ministry, or the 3 or 4 stars
    reached.

    Refused: others than the chair; a product without that choice; no reason.
    """
    stored = held_item(item)
    ensure(permissions.refuse_recommend(by, stored, at))
    choices = dict(tally_of(stored).options)
    if len(choices) < 2 or recommendation not in choices:
        raise Refused(
            Refusal(
                "no_choice",
                _("Sản phẩm này không có phương án đó."),
                _("Chỉ sản phẩm từ 90 điểm mà thiếu yêu cầu tối thiểu 5 sao mới có hai phương án."),
            )
        )
    _require_reason(reason)
    stored.recommendation = recommendation.value
    stored.recommended_stars = choices[recommendation]
    stored.recommendation_reason = reason.strip()
    stored.save(update_fields=["recommendation", "recommended_stars", "recommendation_reason"])
    Resolution.objects.create(
        item=stored,
        pass_no=stored.pass_no,
        kind=ResolutionKind.STARS.value,
        text=reason.strip(),
        at=at,
        by=by,
    )
    data = {"recommendation": recommendation.value, "stars": stored.recommended_stars}
    record("agenda_item.recommend", stored, by=by, at=at, reason=reason, data=data)
    return stored

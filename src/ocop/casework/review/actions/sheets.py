"""A member fills and seals the own score sheet."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ocop.casework.dossiers.rules.answers import is_known
from ocop.casework.dossiers.selectors import dossier_for_scoring, set_of
from ocop.casework.review import permissions
from ocop.casework.review.actions.locking import held_item, stored_item
from ocop.casework.review.actions.tallying import tally_if_ready
from ocop.casework.review.models import AgendaItem, ScoreSheet
from ocop.casework.review.permissions.who import scoring_seat
from ocop.casework.review.rules.content import SealedSheet, sheet_hash
from ocop.casework.review.rules.versions import Basis, Change
from ocop.casework.review.selectors.board import criteria_to_answer
from ocop.foundation.audit.actions import transition
from ocop.foundation.ui.inputs import tidy
from ocop.foundation.ui.refusals import Refusal, Refused, ensure
from ocop.kernel.scoring import Choice
from ocop.kernel.text import broken_at

LONGEST_COMMENT = 2000


CHOICE, COMMENT = "choice", "comment"


class Overtaken(Refused):
    """Another page or device of the same member has changed this value; `sheet` holds what is stored now."""

    def __init__(self, sheet: ScoreSheet) -> None:
        super().__init__(
            Refusal(
                "conflict_value_newer",
                _("Một trang hoặc máy khác của bạn đã ghi giá trị khác sau khi trang này mở."),
                _("Không giá trị nào tự thay giá trị kia."),
                _("Tải lại trang, xem giá trị đang lưu rồi chọn lại nếu cần."),
            )
        )
        self.sheet = sheet


class BrokenComment(Refused):
    """A comment holds a character that nobody can read; what was typed stays with whoever typed it."""

    def __init__(self, near: str) -> None:
        super().__init__(
            Refusal(
                "broken_comment",
                _("Nhận xét có ký tự hỏng, không đọc và không in được, ở chỗ có □: “%(near)s”")
                % {"near": near},
                "",
                _("Xoá ký tự đó hoặc gõ lại."),
            )
        )


@transaction.atomic
def save_choice(
    item: AgendaItem, *, criterion: str, choice: Choice, by: Any, at: datetime, basis: Basis | None = None
) -> ScoreSheet:
    """Keeps the member's choice on one criterion; None is the answer that no option is reached.

    With a `basis` an operation is carried out once, and a choice changed since is not replaced: Overtaken.
    Refused: see `permissions.refuse_save`; a criterion or choice that the rubric does not have.
    """
    stored = stored_item(item)
    sheet = _own_draft(stored, by=by, at=at)
    _check_choice(stored, criterion, choice)
    is_same = criterion in sheet.choices and sheet.choices[criterion] == choice
    if _is_settled(sheet, f"{CHOICE} {criterion}", basis, is_same=is_same):
        return sheet
    sheet.choices[criterion] = choice
    return _save(sheet, "choices", [f"{CHOICE} {criterion}"], at, basis)


@transaction.atomic
def save_choices(item: AgendaItem, *, choices: Mapping[str, Choice], by: Any, at: datetime) -> ScoreSheet:
    """Keeps several choices at once, all or none: a sheet filled in elsewhere.
    Refused as `save_choice` is.
    """
    stored = stored_item(item)
    sheet = _own_draft(stored, by=by, at=at)
    for criterion, choice in choices.items():
        _check_choice(stored, criterion, choice)
    sheet.choices.update(choices)
    return _save(sheet, "choices", [f"{CHOICE} {criterion}" for criterion in choices], at)


@transaction.atomic
def save_comment(
    item: AgendaItem, *, text: str, by: Any, at: datetime, criterion: str = "", basis: Basis | None = None
) -> ScoreSheet:
    """Keeps the member's comment on a criterion, or (without one) on the product.

    Refused as `save_choice` is, and a comment with a broken character: BrokenComment.
    """
    stored = stored_item(item)
    sheet = _own_draft(stored, by=by, at=at)
    text = tidy_comment(text)
    if near := broken_at(text):
        raise BrokenComment(near)
    if not criterion:
        if _is_settled(sheet, COMMENT, basis, is_same=sheet.general_comment == text):
            return sheet
        sheet.general_comment = text
        return _save(sheet, "general_comment", [COMMENT], at, basis)
    if criterion not in set_of(stored.dossier).criteria:
        raise Refused(_unknown_criterion(criterion))
    is_same = sheet.comments.get(criterion, "") == text
    if _is_settled(sheet, f"{COMMENT} {criterion}", basis, is_same=is_same):
        return sheet
    sheet.comments[criterion] = text
    return _save(sheet, "comments", [f"{COMMENT} {criterion}"], at, basis)


def tidy_comment(text: str) -> str:
    """A comment as it is kept: cleaned of what no paper can carry, without the blanks around it."""
    return tidy(text)[:LONGEST_COMMENT]


def _own_draft(item: AgendaItem, *, by: Any, at: datetime) -> ScoreSheet:
    """The member's sheet of this pass, locked; made at the first save."""
    ensure(permissions.refuse_save(by, item, at))
    seat = scoring_seat(by, item.meeting, at)
    assert seat is not None  # noqa: S101 - the permission has seen it
    ScoreSheet.objects.get_or_create(item=item, seat=seat, pass_no=item.pass_no)
    sheet = ScoreSheet.objects.select_for_update(of=("self",)).get(item=item, seat=seat, pass_no=item.pass_no)
    if sheet.is_sealed:
        ensure(permissions.refuse_save(by, item, at))
    return sheet


def _is_settled(sheet: ScoreSheet, field: str, basis: Basis | None, *, is_same: bool) -> bool:
    """Whether nothing is left to write:
    the operation was carried out before, or the value is there already.
    """
    if basis is None:
        return False
    last = Change.stored(sheet.changed.get(field))
    if is_same or last.is_done(basis):
        return True
    if last.is_unseen(basis):
        raise Overtaken(sheet)
    return False


def _save(
    sheet: ScoreSheet, column: str, fields: Iterable[str], at: datetime, basis: Basis | None = None
) -> ScoreSheet:
    sheet.version += 1
    sheet.saved_at = at
    for field in fields:
        sheet.changed[field] = Change.stored(sheet.changed.get(field)).by(basis, sheet.version)
    sheet.save(update_fields=[column, "version", "changed", "saved_at"])
    return sheet


def _unknown_criterion(code: str) -> Refusal:
    return Refusal("unknown_criterion", _("Bộ tiêu chí không có tiêu chí %(code)s.") % {"code": code})


def _check_choice(item: AgendaItem, code: str, choice: Choice) -> None:
    criteria = set_of(item.dossier).criteria
    if code not in criteria:
        raise Refused(_unknown_criterion(code))
    if not is_known(criteria[code], choice):
        raise Refused(
            Refusal(
                "unknown_choice",
                _("Tiêu chí %(code)s không có mức vừa chọn.") % {"code": code},
                "",
                _("Tải lại trang rồi chọn một mức trong danh sách."),
            )
        )


@transaction.atomic
def seal_sheet(item: AgendaItem, *, by: Any, at: datetime, seen: int | None = None) -> ScoreSheet:
    """Hands in the sheet for good: canonical record, hash, short code to write on paper (T-01).

    Refused: as saving is; a criterion that is not answered; a sheet that is sealed already; a meeting that
    was closed meanwhile; with `seen`, the version that the member reviewed, a sheet changed since: Overtaken.
    The last sheet of a product starts its tally.
    """
    stored = held_item(item)
    ensure(permissions.refuse_seal(by, stored, at))
    sheet = _own_draft(stored, by=by, at=at)
    if seen is not None and _changed_after(sheet, seen):
        raise Overtaken(sheet)
    ensure(_refuse_unanswered(stored, sheet))
    content = _content(stored, sheet, at)
    digest = sheet_hash(content)
    transition(
        sheet, "seal", by=by, at=at,
        changes={"sealed_at": at, "content": content, "sha256": digest},
        data={"sha256": digest, "item": str(stored.key), "pass": sheet.pass_no},
    )  # fmt: skip
    tally_if_ready(stored, by=by, at=at)
    return sheet


def _changed_after(sheet: ScoreSheet, seen: int) -> bool:
    """Whether a choice or a comment on a criterion is another than the member reviewed."""
    return any(Change.stored(row).version > seen for field, row in sheet.changed.items() if field != COMMENT)


def _refuse_unanswered(item: AgendaItem, sheet: ScoreSheet) -> Refusal | None:
    missing = [code for code in criteria_to_answer(item) if code not in sheet.choices]
    if not missing:
        return None
    return Refusal(
        "criteria_unanswered",
        ngettext(
            "Còn %(n)s tiêu chí chưa chấm: %(codes)s.",
            "Còn %(n)s tiêu chí chưa chấm: %(codes)s.",
            len(missing),
        )
        % {"n": len(missing), "codes": ", ".join(missing)},
        _("Phiếu chỉ chốt được khi mọi tiêu chí đã chấm. “Chưa đạt mức nào” cũng là một câu trả lời."),
        _("Chấm nốt rồi chốt lại."),
    )


def _content(item: AgendaItem, sheet: ScoreSheet, at: datetime) -> dict[str, Any]:
    dossier = item.dossier
    return SealedSheet(
        meeting=str(item.meeting.key),
        item=str(item.key),
        dossier=str(dossier.key),
        submission_hash=dossier_for_scoring(dossier).submission.content_hash,
        regulation=dossier.regulation_code,
        product_set=dossier.set_number,
        product=dossier.product.name,
        seat=sheet.seat_id,
        member=str(sheet.seat.person),
        pass_no=sheet.pass_no,
        choices=sheet.choices,
        comments=sheet.comments,
        general_comment=sheet.general_comment,
        sealed_at=at,
    ).content()

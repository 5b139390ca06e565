"""What a member writes about a criterion or the product: kept at once on the page of the sheet."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext as _

from ocop.casework.dossiers.selectors import set_of
from ocop.casework.review.acts.choose import own_draft
from ocop.casework.review.checks import unknown_criterion
from ocop.casework.review.models import AgendaItem, ScoreSheet
from ocop.casework.review.rules.versions import Basis
from ocop.casework.review.writes.sheets import COMMENT, as_stored, begun_once, is_settled, save
from ocop.foundation.accounts.models import Person
from ocop.foundation.acts import Refusal, Refused
from ocop.kernel.text import broken_at, in_old_code, tidy

LONGEST_COMMENT = 2000


class BrokenComment(Refused):
    """Nobody can read a part of the comment, or it is too long; what was typed stays with its writer."""


def refuse_unreadable(text: str) -> Refusal | None:
    """A broken character, or the letters of an old code, with what they say; or more than a sheet prints."""
    if len(text) > LONGEST_COMMENT:
        return Refusal(
            "long_comment",
            _("Nhận xét dài %(has)s ký tự, nhiều nhất %(most)s ký tự")
            % {"has": len(text), "most": LONGEST_COMMENT},
            "",
            _("Rút ngắn rồi gửi lại."),
        )
    if near := broken_at(text):
        return Refusal(
            "broken_comment",
            _("Nhận xét có ký tự hỏng, không đọc và không in được, ở chỗ có □: “%(near)s”") % {"near": near},
            "",
            _("Xoá ký tự đó hoặc gõ lại."),
        )
    if found := in_old_code(text):
        return Refusal(
            "old_code_comment",
            _("Nhận xét gõ bằng bảng mã cũ %(code)s, máy khác không đọc được") % {"code": found.code},
            "",
            _("Chép chữ đã chuyển sang Unicode vào ô: %(meant)s") % {"meant": found.meant},
        )
    return None


def save_comment(
    item: AgendaItem,
    *,
    text: str,
    by: Person,
    at: datetime,
    criterion: str = "",
    basis: Basis | None = None,
    is_fresh: bool = False,
) -> ScoreSheet:
    """Keeps the member's comment on a criterion, or (without one) on the product.

    Refused as `save_choice` is, and a comment that cannot be read: BrokenComment.
    """
    text = tidy_comment(text)

    def keep() -> ScoreSheet:
        sheet = own_draft(as_stored(item, is_fresh=is_fresh), by=by, at=at)
        if (unreadable := refuse_unreadable(text)) is not None:
            raise BrokenComment(unreadable)
        if not criterion:
            if is_settled(sheet, COMMENT, basis, is_same=sheet.general_comment == text):
                return sheet
            sheet.general_comment = text
            return save(sheet, "general_comment", [COMMENT], at, basis)
        if criterion not in set_of(item.dossier).criteria:
            raise Refused(unknown_criterion(criterion))
        is_same = sheet.comments.get(criterion, "") == text
        if is_settled(sheet, f"{COMMENT} {criterion}", basis, is_same=is_same):
            return sheet
        sheet.comments[criterion] = text
        return save(sheet, "comments", [f"{COMMENT} {criterion}"], at, basis)

    return begun_once(keep)


def tidy_comment(text: str) -> str:
    """A comment as it is kept: cleaned of what no paper can carry, without the blanks around it."""
    return tidy(text)

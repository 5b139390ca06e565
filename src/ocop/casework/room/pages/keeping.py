"""What the room sends: one value at once, or a whole sheet that is handed in."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse, JsonResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from ocop.casework.dossiers.selectors import set_of
from ocop.casework.review.about import find_product, see_product
from ocop.casework.review.acts.comment import save_comment
from ocop.casework.review.acts.seal import seal_sheet
from ocop.casework.review.models import AgendaItem, ScoreSheet
from ocop.casework.review.pages.choosing import keep_value, stored_value
from ocop.casework.review.permissions import own_sheet, refuse_not_open
from ocop.casework.review.writes.sheets import Overtaken
from ocop.casework.room import permissions
from ocop.casework.room.acts.keep_late import keep_late
from ocop.casework.room.pages.proving import again_url
from ocop.casework.room.rules import BroughtSheet, UnreadableSheetError, differing, read_sheet
from ocop.casework.room.selectors.proof import proven_by
from ocop.foundation.accounts.requests import PersonRequest
from ocop.foundation.refusals import Refusal, Refused, ensure

GENERAL = "chung"


@require_POST
def keep(request: PersonRequest, key: UUID, code: str) -> HttpResponse:
    """Keeps one choice or remark: acknowledged when it is stored. The address is the only one a form of the
    room has, and only scripts send to it.
    """
    item = find_product(request.who, key)
    try:
        kept = keep_value(request, item, "" if code == GENERAL else code)
    except (Refused, Http404) as refused:
        see_product(request.who, item)
        return _refused(refused)
    if kept.sheet is None:
        see_product(request.who, item)
        return JsonResponse({"error": _("Không có gì để lưu. Tải lại trang.")}, status=422)
    for conflict in kept.conflicts:
        return JsonResponse({"error": conflict.error, "conflict": conflict.data()}, status=409)
    return JsonResponse(_stored(item, kept.sheet, code, request.POST.get("keep-field", "")))


def _stored(item: AgendaItem, sheet: ScoreSheet, code: str, field: str) -> dict[str, Any]:
    if code == GENERAL:
        value = [sheet.general_comment]
    else:
        found = set_of(item.dossier).criteria[code]
        value = stored_value(sheet, found, "comment" if field == "comment" else "choice").data()["value"]
    return {"saved": _hour(sheet), "base": str(sheet.version), "value": value}


def _hour(sheet: ScoreSheet) -> str:
    return timezone.localtime(sheet.saved_at).strftime("%H:%M") if sheet.saved_at else ""


def _refused(refused: Refused | Http404) -> JsonResponse:
    status = 404 if isinstance(refused, Http404) else 409 if refused.refusal.is_conflict else 403
    return JsonResponse({"error": str(refused)}, status=status)


@require_POST
def hand_in(request: PersonRequest, key: UUID) -> HttpResponse:
    """Seals the sheet that the machine shows. One that was marked as ready without network is sealed once its
    member has confirmed to be it; one that comes after the end is kept for the chair.
    """
    who, item = request.who, find_product(request.who, key)
    try:
        see_product(who, item)
        ensure(permissions.refuse_bring(who, item))
        brought = read_sheet(request.POST.get("sheet", ""), set_of(item.dossier))
        return _taken(request, item, brought)
    except UnreadableSheetError:
        return JsonResponse({"error": _("Phiếu gửi lên không đọc được. Tải lại trang.")}, status=422)
    except (Refused, Http404) as refused:
        return _refused(refused)


def _taken(request: PersonRequest, item: AgendaItem, brought: BroughtSheet) -> HttpResponse:
    sheet = own_sheet(request.who, item)
    if sheet is not None and sheet.is_sealed and not differing(brought, sheet.choices, sheet.comments):
        return JsonResponse({"sealed": sheet.code})  # its answer was lost on the way
    if why := _too_late(item, brought, sheet):
        return _late(request, item, brought, why)
    proof = proven_by(request, item.meeting, request.who.at) if brought.ready_at is not None else ""
    if brought.ready_at is not None and not proof:
        again, error = again_url(request.user, item.meeting), _("Xác nhận đúng là bạn rồi phiếu được chốt.")
        return JsonResponse({"again": again, "error": error}, status=403)
    if sheet is None or differing(brought, sheet.choices, sheet.comments):
        return JsonResponse({"error": _other()}, status=409)
    try:
        sealed = _sealed(request, item, sheet, brought, proof)
    except Overtaken:
        return JsonResponse({"error": _other()}, status=409)
    except Refused:
        item.refresh_from_db()
        item.meeting.refresh_from_db()
        if why := _too_late(item, brought, own_sheet(request.who, item)):
            return _late(request, item, brought, why)
        raise
    return JsonResponse({"sealed": sealed.code})


def _sealed(
    request: PersonRequest, item: AgendaItem, sheet: ScoreSheet, brought: BroughtSheet, proof: str
) -> ScoreSheet:
    by, at = request.user, request.who.at
    if brought.general_comment != sheet.general_comment:
        save_comment(item, text=brought.general_comment, by=by, at=at)
    return seal_sheet(item, seen=brought.version, proven_by=proof, by=by, at=at)


def _too_late(item: AgendaItem, brought: BroughtSheet, sheet: ScoreSheet | None) -> Refusal | None:
    """Why the sheet cannot become one any more, where it cannot."""
    if item.meeting.closed_at is not None:
        return refuse_not_open(item.meeting)
    if permissions.is_over(item) or brought.pass_no < item.pass_no:
        return Refusal(
            "product_over",
            _("Sản phẩm đã kết thúc chấm ở lượt %(n)s trước khi phiếu đến.") % {"n": brought.pass_no},
        )
    if sheet is not None and sheet.is_sealed:
        return Refusal(
            "other_sealed", _("Máy khác của bạn đã chốt một phiếu khác: mã %(c)s.") % {"c": sheet.code}
        )
    return None


def _late(request: PersonRequest, item: AgendaItem, brought: BroughtSheet, why: Refusal) -> JsonResponse:
    kept = keep_late(item, brought, why, by=request.user, at=request.who.at)
    return JsonResponse({"late": kept.why, "code": kept.code})


def _other() -> str:
    return _("Phiếu đang lưu khác phiếu trên máy này. Xem lại các mức rồi chốt.")

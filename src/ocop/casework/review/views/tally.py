"""One product of a meeting for its keepers:
progress, the tally with its working, and what the council settles.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from ocop.casework.dossiers.selectors import set_of
from ocop.casework.review import actions, permissions
from ocop.casework.review.documents import total_words
from ocop.casework.review.forms.items import FactForm, RecommendationForm, ResolutionForm
from ocop.casework.review.forms.meetings import ReasonForm
from ocop.casework.review.labels import RESOLUTION_KINDS, item_state_name
from ocop.casework.review.models import AgendaItem
from ocop.casework.review.permissions.items import ALL_SEALED
from ocop.casework.review.rules import ItemState, Recommendation, ResolutionKind
from ocop.casework.review.rules.facts import findings
from ocop.casework.review.selectors import bench, settled_by, tally_of
from ocop.casework.review.views.loading import item_for
from ocop.casework.review.views.shown import (
    criterion_lines,
    lights,
    minimum_lines,
    next_star_lines,
    proposal_words,
    working_steps,
)
from ocop.foundation.ui.forms import Form
from ocop.foundation.ui.refusals import Refused
from ocop.foundation.ui.words import said

KINDS_OF_STATES = {
    ItemState.WAITING: "info",
    ItemState.SCORING: "wait",
    ItemState.DISPUTED: "warn",
    ItemState.TALLIED: "ok",
    ItemState.CLOSED: "ok",
    ItemState.EXCLUDED: "bad",
    ItemState.REMOVED: "info",
}


def tally(request: HttpRequest, key: UUID) -> HttpResponse:
    """The product's page: who has sealed, and after all have, totals,
    minimums and the star with its working.
    """
    at = timezone.now()
    item = item_for(request, key, at, permissions.refuse_see_item)
    may_see = permissions.refuse_see_tally(request.user, item, at) is None
    context = _head(item) | {"may_see": may_see, "may": _may(request.user, item, at)}
    if item.meeting.rules_id and item.state == ItemState.SCORING and context["may"]["keep"]:
        context["bench"] = bench(item, at)
    if may_see and item.meeting.rules_id:
        context |= _working(item)
    return render(request, "review/tally.html", context)


def _head(item: AgendaItem) -> dict[str, Any]:
    product_set = set_of(item.dossier)
    facts = {one.name: said(one.label) for one in findings(product_set)}
    return {
        "item": item,
        "meeting": item.meeting,
        "product": item.dossier.product,
        "set_name": said(product_set.label),
        "stage": item_state_name(item.state),
        "stage_kind": KINDS_OF_STATES[ItemState(item.state)],
        "facts": [(facts.get(name, name), fact) for name, fact in item.facts.items()],
        "conflicts": item.declarations.filter(has_conflict=True).select_related("seat__person"),
        "is_tallied": item.state in ALL_SEALED,
    }


def _may(person: Any, item: AgendaItem, at: datetime) -> dict[str, bool]:
    """Which buttons this person has now."""
    named = {
        "keep": permissions.refuse_keep(person, item.meeting, at),
        "open": permissions.refuse_open_item(person, item, at),
        "tally": permissions.refuse_tally(person, item, at),
        "rescore": permissions.refuse_rescore(person, item, at),
        "resolve": permissions.refuse_resolve(person, item, at),
        "exclude": permissions.refuse_exclude(person, item, at),
        "fact": permissions.refuse_record_fact(person, item, at),
        "remove": permissions.refuse_remove(person, item, at),
        "recommend": permissions.refuse_recommend(person, item, at),
    }
    return {name: refusal is None for name, refusal in named.items()}


def _working(item: AgendaItem) -> dict[str, Any]:
    found = tally_of(item)
    if not found.sheets:
        return {}
    seats = found.seats
    members = [
        {
            "seat": seats[row.member],
            "total": row.total,
            "parts": [(code, points) for code, points in row.parts.items()],
            "is_far": row.member in found.far,
            "code": next(sheet.code for sheet in found.sheets if str(sheet.seat_id) == row.member),
        }
        for row in found.result.members
    ]
    minimums = minimum_lines(found)
    return {
        "tally": found,
        "result": found.result,
        "members": members,
        "total_words": total_words(item),
        "proposal": proposal_words(item),
        "lines": criterion_lines(found),
        "minimums": minimums,
        "unmet": [line for line in minimums if not line.is_met],
        "met_count": sum(line.is_met for line in minimums),
        "has_comments": any(sheet.general_comment or any(sheet.comments.values()) for sheet in found.sheets),
        "steps": working_steps(found),
        "next_lines": next_star_lines(found),
        "lights": lights(found.product_set, found.result),
        "notes": [said(label) for label in found.result.sentences()],
        "settled_by": settled_by(item),
        "open_points": [RESOLUTION_KINDS[ResolutionKind(kind)] for kind in found.open_points],
        "over_limit": found.result.rescore,
        "has_choice": len(found.options) > 1,
        "resolutions": item.resolutions.select_related("by"),
        "sheets": found.sheets,
    }


def _confirm(request: HttpRequest, item: AgendaItem, form: Form | None, **words: Any) -> HttpResponse:
    context = {"form": form, "cancel_url": item.get_absolute_url(), **words}
    return render(
        request, "ui/confirm.html", context, status=422 if form is not None and form.errors else 200
    )


@require_POST
def open_item(request: HttpRequest, key: UUID) -> HttpResponse:
    """Lets the members score this product."""
    at = timezone.now()
    item = actions.open_item(item_for(request, key, at), by=request.user, at=at)
    messages.success(request, _("Đã mở chấm “%(product)s”.") % {"product": item})
    return redirect(item.meeting)


@require_POST
def tally_now(request: HttpRequest, key: UUID) -> HttpResponse:
    """Adds up a product whose judges have all sealed."""
    at = timezone.now()
    item = actions.tally_item(item_for(request, key, at), by=request.user, at=at)
    return redirect(item)


def rescore(request: HttpRequest, key: UUID) -> HttpResponse:
    """Asks for the reason, then orders another pass."""
    at = timezone.now()
    item = item_for(request, key, at, permissions.refuse_rescore)
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        actions.order_rescoring(item, reason=form.cleaned_data["reason"], by=request.user, at=at)
        messages.success(request, _("Đã mở lượt chấm mới, thành viên được báo."))
        return redirect(item.meeting)
    return _confirm(
        request, item, form, heading=_("Chấm lại “%(product)s”") % {"product": item},
        question=_("Mỗi thành viên nhận một phiếu mới, điền sẵn mức đã chọn. Phiếu cũ được giữ nguyên."),
        submit=_("Yêu cầu chấm lại"),
    )  # fmt: skip


def resolve(request: HttpRequest, key: UUID) -> HttpResponse:
    """The chair records what the council settled, one open point at a time."""
    at = timezone.now()
    item = item_for(request, key, at, permissions.refuse_resolve)
    found = tally_of(item)
    kind = ResolutionKind(found.open_points[0])
    criteria = (
        [found.product_set.criteria[code] for code in found.to_agree]
        if kind == ResolutionKind.MINIMUM
        else []
    )
    form = ResolutionForm(request.POST or None, criteria=criteria)
    if request.method == "POST" and form.is_valid():
        try:
            actions.record_resolution(
                item, kind=kind, text=form.cleaned_data["text"], agreed=form.agreed, by=request.user, at=at
            )
            messages.success(request, _("Đã ghi ý kiến thống nhất của hội đồng."))
            return redirect(item)
        except Refused as refused:
            form.add_error(None, str(refused.refusal))
    questions = {
        ResolutionKind.SPREAD: _(
            "Chênh lệch giữa các phiếu vượt mức của quy chế. Ghi vì sao hội đồng giữ kết quả này."
        ),
        ResolutionKind.MINIMUM: _(
            "Quy chế yêu cầu hội đồng thống nhất mức của từng tiêu chí có yêu cầu tối thiểu."
        ),
        ResolutionKind.BY_HAND: said(found.regulation.minimums_by_hand)
        if found.regulation.minimums_by_hand
        else "",
    }
    return _confirm(
        request, item, form, heading=f"{RESOLUTION_KINDS[kind]}: {item}", question=questions[kind],
        submit=_("Ghi vào biên bản"),
    )  # fmt: skip


def fact(request: HttpRequest, key: UUID) -> HttpResponse:
    """A finding that changes points."""
    at = timezone.now()
    item = item_for(request, key, at, permissions.refuse_record_fact)
    known = [one for one in findings(set_of(item.dossier)) if not one.excludes]
    form = FactForm(request.POST or None, findings=known)
    if request.method == "POST" and form.is_valid():
        actions.record_fact(item, value=True, by=request.user, at=at, **form.cleaned_data)
        messages.success(request, _("Đã ghi nhận."))
        return redirect(item)
    return _confirm(
        request, item, form, heading=_("Ghi nhận về “%(product)s”") % {"product": item},
        question=_("Điều được ghi nhận sẽ vào biên bản và đổi cách tính điểm."), submit=_("Ghi nhận"),
    )  # fmt: skip


def exclude(request: HttpRequest, key: UUID) -> HttpResponse:
    """The chair ends the evaluation on a ground of the sheet."""
    at = timezone.now()
    item = item_for(request, key, at, permissions.refuse_exclude)
    grounds = [one for one in findings(set_of(item.dossier)) if one.excludes]
    form = FactForm(request.POST or None, findings=grounds)
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        actions.exclude_item(item, fact=data["name"], reason=data["reason"], by=request.user, at=at)
        messages.success(request, _("Đã loại sản phẩm khỏi đánh giá."))
        return redirect(item)
    return _confirm(
        request, item, form, heading=_("Loại “%(product)s”") % {"product": item}, danger=True,
        question=_("Đánh giá dừng ngay và không chấm lại được trong phiên này. Phiếu đã có được giữ nguyên."),
        submit=_("Loại sản phẩm"),
    )  # fmt: skip


def recommend(request: HttpRequest, key: UUID) -> HttpResponse:
    """From 90 points: the chair chooses."""
    at = timezone.now()
    item = item_for(request, key, at, permissions.refuse_recommend)
    form = RecommendationForm(request.POST or None, options=tally_of(item).options)
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        actions.recommend(
            item,
            recommendation=Recommendation(data["recommendation"]),
            reason=data["reason"],
            by=request.user,
            at=at,
        )
        messages.success(request, _("Đã ghi phương án."))
        return redirect(item)
    return _confirm(
        request, item, form, heading=_("Phương án cho “%(product)s”") % {"product": item},
        question=_("Từ 90 điểm nhưng thiếu yêu cầu tối thiểu 5 sao: chủ tịch chọn và ghi lý do."),
        submit=_("Ghi phương án"),
    )  # fmt: skip


def remove(request: HttpRequest, key: UUID) -> HttpResponse:
    """Asks for the reason, then takes the product off the agenda."""
    at = timezone.now()
    item = item_for(request, key, at, permissions.refuse_remove)
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        actions.remove_from_agenda(item, reason=form.cleaned_data["reason"], by=request.user, at=at)
        messages.success(request, _("Đã đưa ra khỏi phiên họp; hồ sơ chờ phiên khác."))
        return redirect(item.meeting)
    return _confirm(
        request, item, form, heading=_("Đưa “%(product)s” ra khỏi phiên họp") % {"product": item},
        submit=_("Đưa ra khỏi phiên họp"), danger=True,
    )  # fmt: skip

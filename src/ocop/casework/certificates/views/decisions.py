"""The list of decisions and the page of one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django_tables2 import Table

from ocop.casework.certificates import permissions
from ocop.casework.certificates.documents.decision import shown_items
from ocop.casework.certificates.labels import deed
from ocop.casework.certificates.lists import DecisionFilter, DecisionTable
from ocop.casework.certificates.models import Decision
from ocop.casework.certificates.models.visible import DecisionQuerySet
from ocop.casework.certificates.rules import WORKFLOW, DecisionState
from ocop.casework.certificates.selectors import changes_since_return
from ocop.casework.certificates.selectors.authority import warnings_of
from ocop.casework.certificates.views.loading import head, visible
from ocop.casework.dossiers.labels import said
from ocop.foundation.accounts.rules import Role
from ocop.foundation.accounts.standing import holds
from ocop.foundation.audit.selectors import history
from ocop.foundation.documents.exports import as_xlsx
from ocop.foundation.ui.lists import ListView
from ocop.foundation.ui.parts import Entry
from ocop.foundation.ui.refusals import Refusal, ensure


class DecisionList(ListView):
    """The decisions of the own province."""

    table_class = DecisionTable
    filterset_class = DecisionFilter
    heading = gettext_lazy("Quyết định")
    lead = gettext_lazy("Từ kết quả của hội đồng đến quyết định công nhận và giấy chứng nhận.")
    empty_title = gettext_lazy("Chưa có quyết định nào")
    empty_text = gettext_lazy("Soạn quyết định từ kết quả của phiên họp đã bế mạc.")
    empty_label = add_label = gettext_lazy("Soạn quyết định")
    exporter = as_xlsx
    export_name = "quyet-dinh"
    template_name = "certificates/list.html"

    def get_queryset(self) -> DecisionQuerySet:
        """What the person may see, with the number of products."""
        at = timezone.now()
        ensure(permissions.refuse_list_decisions(self.request.user, at))
        rows = Decision.objects.visible_to(self.request.user, at)
        return rows.annotate(products=Count("items", filter=Q(items__is_live=True), distinct=True))

    def get_table(self, **kwargs: Any) -> Table:
        """The page leaves out the day of drafting, by which it is sorted; the spreadsheet has it."""
        table = super().get_table(**kwargs)
        if not self.is_export:
            table.columns.hide("created_at")
        return table

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The button only for those who prepare."""
        if permissions.refuse_prepare(self.request.user, timezone.now()) is None:
            self.add_url = self.empty_url = reverse("certificates:draft")
        return super().get_context_data(**kwargs)


@dataclass(frozen=True)
class Deed:
    """Something this person may do with the decision now."""

    label: str
    url: str
    css: str


def detail(request: HttpRequest, key: UUID) -> HttpResponse:
    """Where the decision stands, its products, its papers, what may be done, what happened."""
    at = timezone.now()
    decision = visible(request, key, at)
    reads_all = Decision.objects.visible_to(request.user, at).filter(pk=decision.pk).exists()
    rows = shown_items(decision)
    if not reads_all:
        rows = [row for row in rows if permissions.concerns(request.user, [row.item], at)]
    context = head(decision) | {
        "rows": rows,
        "reads_all": reads_all,
        "prepares": permissions.refuse_prepare(request.user, at) is None,
        "entries": thread(decision) if reads_all else [],
        "changes": None if decision.state == DecisionState.SIGNED else changes_since_return(decision),
        "deeds": deeds(request.user, decision, at),
        "why_not": why_not_sign(request.user, decision, at),
        "warnings": [
            said(one) for one in warnings_of(decision, decision.signed_on or timezone.localdate(at))
        ],
    }
    return render(request, "certificates/decision.html", context)


_BUTTONS = {
    "sign": "button",
    "submit": "button",
    "return": "button button-plain",
    "drop": "button button-plain",
}


def deeds(person: Any, decision: Decision, at: datetime) -> list[Deed]:
    """The buttons: the moves open from this state that this person may make, the main one first."""
    may = {
        "submit": permissions.refuse_prepare(person, at),
        "drop": permissions.refuse_prepare(person, at),
        "sign": permissions.refuse_sign(person, decision, at),
        "return": permissions.refuse_sign(person, decision, at),
    }
    moves = sorted(WORKFLOW.available(decision.state), key=lambda move: _BUTTONS[move.name])
    found = [
        Deed(
            str(deed(f"decision.{move.name}")),
            reverse(f"certificates:{move.name}", args=[decision.key]),
            _BUTTONS[move.name],
        )
        for move in moves
        if may[move.name] is None
    ]
    if decision.state == DecisionState.DRAFT and may["submit"] is None:
        found.insert(
            1,
            Deed(_("Sửa dự thảo"), reverse("certificates:amend", args=[decision.key]), "button button-quiet"),
        )
    return found


def why_not_sign(person: Any, decision: Decision, at: datetime) -> Refusal | None:
    """Told to a signer who may not sign this one."""
    is_signer = holds(person, Role.SIGNER, at, place=decision.programme.province)
    if not is_signer or decision.state != DecisionState.FOR_SIGNATURE:
        return None
    return permissions.refuse_sign(person, decision, at)


_KINDS = {"decision.sign": "ok", "decision.return": "warn", "decision.drop": "bad", "decision.submit": "wait"}


def thread(decision: Decision) -> list[Entry]:
    """What happened, newest first."""
    return [
        Entry(deed(entry.action), entry.at, entry.by_name, entry.reason, "", _KINDS.get(entry.action, "info"))
        for entry in history(decision)
    ]

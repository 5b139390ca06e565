"""The list of decisions and the page of one."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Count, Model, Q
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext_lazy
from django_tables2 import Table

from ocop.casework.certificates import permissions
from ocop.casework.certificates.about import find_decision, head, see_decision
from ocop.casework.certificates.acts import ABOUT_A_DECISION, SIGN
from ocop.casework.certificates.labels import act_words
from ocop.casework.certificates.lists import DecisionFilter, DecisionTable
from ocop.casework.certificates.models import Correction, Decision, DecisionItem
from ocop.casework.certificates.models.visible import DecisionQuerySet
from ocop.casework.certificates.selectors import changes_since_return
from ocop.casework.certificates.selectors.authority import warnings_of
from ocop.casework.certificates.selectors.items import shown_items
from ocop.casework.certificates.states import DecisionState
from ocop.foundation.accounts.requests import PersonRequest
from ocop.foundation.accounts.rules import Role
from ocop.foundation.accounts.who import Who
from ocop.foundation.acts import buttons
from ocop.foundation.audit.selectors import history
from ocop.foundation.documents.exports import as_xlsx
from ocop.foundation.printing.rules import Waiting
from ocop.foundation.printing.selectors import waiting_for
from ocop.foundation.refusals import Refusal, ensure
from ocop.foundation.ui.lists import ListView
from ocop.foundation.ui.parts import Happening
from ocop.foundation.ui.words import said


class DecisionList(ListView):
    """The decisions of the own province."""

    useful_first = (Q(state=DecisionState.FOR_SIGNATURE), Q(state=DecisionState.DRAFT))
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
    refuse_add = permissions.refuse_prepare
    add_name = "certificates:draft"

    def get_queryset(self) -> DecisionQuerySet:
        """What the person may see, with the number of products."""
        who = self.request.who
        ensure(permissions.refuse_list_decisions(who))
        rows = Decision.objects.visible_to(who.person, who.at)
        return rows.annotate(products=Count("items", filter=Q(items__is_live=True), distinct=True))

    def get_table(self, **kwargs: Any) -> Table:
        """The page leaves out the day of drafting, by which it is sorted; the spreadsheet has it."""
        table = super().get_table(**kwargs)
        if not self.is_export:
            table.columns.hide("created_at")
        return table


def detail(request: PersonRequest, key: UUID) -> HttpResponse:
    """Where the decision stands, its products, its papers, what may be done, what happened."""
    who = request.who
    decision = find_decision(who, key)
    reads_all = see_decision(who, decision)
    rows = shown_items(decision)
    if not reads_all:
        rows = [row for row in rows if permissions.concerns(who, [row.item])]
    day = decision.signed_on or timezone.localdate(who.at)
    corrections = _corrections(decision, rows)
    context = head(decision) | {
        "rows": rows,
        "reads_all": reads_all,
        "prepares": permissions.refuse_prepare(who) is None,
        "entries": thread(decision) if reads_all else [],
        "changes": None if decision.state in _ENDED else changes_since_return(decision),
        "buttons": [one for one in buttons(ABOUT_A_DECISION, who, decision) if one.refusal is None],
        "why_not": _why_not_sign(who, decision),
        "corrections": corrections,
        "printing": _printing(decision, corrections, who.at),
        "warnings": [said(one) for one in warnings_of(decision, day)],
    }
    return render(request, "certificates/decision.html", context)


def _corrections(decision: Decision, rows: list[DecisionItem]) -> list[Correction]:
    """What was put right since, of the products that are shown."""
    known = decision.corrections.select_related("paper")
    return [one for one in known if any(one.touches(row) for row in rows) or not _of_a_product(one, decision)]


def _printing(decision: Decision, corrections: list[Correction], at: datetime) -> Waiting | None:
    """How the papers stand that are not made yet."""
    unmade: list[Model] = [one for one in corrections if one.paper.file_id is None]
    waits = decision.is_signed and decision.file_id is None
    return waiting_for([decision, *unmade] if waits else unmade, at)


def _of_a_product(correction: Correction, decision: Decision) -> bool:
    return any(correction.touches(row) for row in decision.items.live())


_ENDED = frozenset({DecisionState.SIGNED, DecisionState.DROPPED})
"""Where nobody waits for what the signer asked for."""


def _why_not_sign(who: Who, decision: Decision) -> Refusal | None:
    """Told to a signer who may not sign this one."""
    is_signer = who.holds(Role.SIGNER, decision.programme.province)
    return permissions.refuse_sign(who, decision) if is_signer and SIGN.is_open(decision) else None


_KINDS = {"decision.sign": "ok", "decision.return": "warn", "decision.drop": "bad", "decision.submit": "wait"}


def thread(decision: Decision) -> list[Happening]:
    """What happened, newest first."""
    return [
        Happening(
            act_words(entry.action),
            entry.at,
            entry.by_name,
            entry.reason,
            "",
            _KINDS.get(entry.action, "info"),
        )
        for entry in history(decision)
    ]

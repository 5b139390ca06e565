"""The dossier that is made of an approved idea."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext

from ocop.casework.dossiers import actions
from ocop.casework.dossiers.forms.from_idea import LeafForm
from ocop.casework.dossiers.models import Dossier
from ocop.casework.ideas.about import find_idea, head
from ocop.casework.ideas.permissions import refuse_open_from_idea
from ocop.foundation.accounts.requests import PersonRequest
from ocop.foundation.ui.refusals import ensure
from ocop.registers.producers.views.loading import act
from ocop.registers.products.selectors import regulation_on


def open_from_idea(request: PersonRequest, key: UUID) -> HttpResponse:
    """Asks for the kind of product where it is not known, then makes product and dossier."""
    at = request.who.at
    idea = find_idea(request.who, key)
    ensure(refuse_open_from_idea(request.who, idea))
    regulation = regulation_on(timezone.localdate(at))
    form = LeafForm(request.POST or None, regulation=regulation, initial={"leaf": idea.leaf})
    context = head(idea) | {
        "heading": gettext("Làm hồ sơ từ ý tưởng “%(idea)s”") % {"idea": idea.name},
        "lead": gettext(
            "Tên, nơi làm, mô tả, nguyên liệu được chép sang sản phẩm; bạn chỉ chọn nhóm sản phẩm."
        ),
        "submit": gettext("Mở hồ sơ"),
    }

    def save(data: dict[str, Any]) -> Dossier:
        return actions.open_from_idea(idea, leaf=data["leaf"], by=request.user, at=at)

    def done(dossier: Dossier) -> HttpResponse:
        messages.success(request, gettext("Đã mở hồ sơ từ ý tưởng."))
        return redirect(dossier)

    return act(request, form, save, done, context)

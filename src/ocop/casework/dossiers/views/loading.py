"""Finding the dossier of an address; what a person may not see is not there."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from ocop.casework.dossiers import permissions
from ocop.casework.dossiers.labels import HOLDERS, state_name
from ocop.casework.dossiers.labels.pages import KINDS_OF_STATES, NEXT_STEPS
from ocop.casework.dossiers.models import Dossier
from ocop.casework.dossiers.rules import DossierState
from ocop.foundation.places.selectors import full_name
from ocop.foundation.ui.parts import Tab
from ocop.foundation.ui.rows import the_one


def visible(request: HttpRequest, key: UUID, at: datetime) -> Dossier:
    """The dossier of this address. Http404 where there is none, or none for this person."""
    dossier = the_one(Dossier.objects.with_names().filter(key=key))
    if dossier is None or permissions.refuse_read(request.user, dossier, at) is not None:
        raise Http404(_("Không có hồ sơ này."))
    return dossier


def head(dossier: Dossier) -> dict[str, Any]:
    """What the head of every page about a dossier says."""
    state = DossierState(dossier.state)
    return {
        "dossier": dossier,
        "image": _picture(dossier),
        "name": dossier.product.name,
        "kicker": _("Hồ sơ %(kind)s") % {"kind": dossier.get_kind_display().lower()},
        "place": f"{dossier.product.producer.name} · {full_name(dossier.commune)}",
        "stage": dossier.get_outcome_display() or state_name(state),
        "stage_kind": KINDS_OF_STATES.get(state, "wait"),
        "next_step": NEXT_STEPS.get(state, ""),
        "holder": HOLDERS[dossier.holder] if state in NEXT_STEPS else "",
    }


def _picture(dossier: Dossier) -> str:
    """The first photograph of the product, small; empty where there is none."""
    photo = dossier.product.photos.filter(is_withdrawn=False).select_related("file").first()
    return photo.file.thumb_url if photo else ""


def tabs(request: HttpRequest, dossier: Dossier) -> list[Tab]:
    """The jobs one can do with a dossier, each at its own address."""
    pages = [
        (_("Tổng quan"), "detail"),
        (_("Nội dung"), "content"),
        (_("Tự chấm"), "assessment"),
        (_("Minh chứng"), "evidence"),
    ]
    if dossier.submissions.count() > 1:
        pages.append((_("Thay đổi"), "changes"))
    urls = [(label, reverse(f"dossiers:{name}", args=[dossier.key])) for label, name in pages]
    return [Tab(label, url, is_current=request.path == url) for label, url in urls]

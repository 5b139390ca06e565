"""The package to the ministry: what it holds, what is missing, to whom it was given, the archive."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from uuid import UUID

from django.http import Http404, HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from ocop.casework.certificates.about import find_item
from ocop.casework.certificates.models import Proposal
from ocop.casework.certificates.papers.frame import frame
from ocop.casework.certificates.papers.letters import proposal_data
from ocop.casework.certificates.permissions import refuse_conflict, refuse_prepare
from ocop.casework.paperwork.about import see_package
from ocop.casework.paperwork.acts import HAND_OVER
from ocop.casework.paperwork.models import Handover
from ocop.casework.paperwork.pages.papers import as_word, in_vietnamese, sent
from ocop.casework.paperwork.papers.contents import with_contents
from ocop.casework.paperwork.papers.package import package_for
from ocop.casework.paperwork.papers.word import proposal_docx
from ocop.foundation.accounts.requests import PersonRequest
from ocop.foundation.acts import buttons
from ocop.foundation.documents.labels import megabytes
from ocop.foundation.documents.models import StoredFile
from ocop.foundation.documents.selectors import content_of
from ocop.foundation.refusals import ensure
from ocop.foundation.ui.rows import the_one
from ocop.kernel.text import slugify_vi


@require_safe
def package(request: PersonRequest, key: UUID, pk: int) -> HttpResponse:
    """Which files go to the ministry, which parts are missing, and every handing-out."""
    who, item = request.who, find_item(request.who, key, pk)
    see_package(who, item)
    ensure(refuse_conflict(who, [item.item]))
    found = package_for(item, at=who.at)
    offered = [one for one in buttons([HAND_OVER], who, item) if one.refusal is None]
    context = {
        "item": item,
        "name": item.printed["product"],
        "kicker": _("Bộ hồ sơ gửi Bộ"),
        "package": found,
        "size": megabytes(found.size),
        "buttons": [] if found.missing else offered,
        "handed": Handover.objects.filter(decision_item=item).select_related("by").order_by("-pk"),
    }
    return render(request, "paperwork/package.html", context)


@require_safe
def handed(request: PersonRequest, key: UUID) -> StreamingHttpResponse:
    """The archive as it was handed out: the frozen list, each file checked against its hash."""
    rows = Handover.objects.select_related(
        "decision_item__decision__programme__province", "decision_item__item__dossier__product"
    )
    found = the_one(rows.filter(key=key))
    if found is None:
        raise Http404(_("Không có bộ hồ sơ này."))
    item, who = found.decision_item, request.who
    see_package(who, item)
    ensure(refuse_prepare(who) or refuse_conflict(who, [item.item]))
    stored = {
        str(one.pk): one for one in StoredFile.objects.filter(pk__in=[r["file"] for r in found.contents])
    }
    files: list[tuple[str, str, Callable[[], bytes]]] = [
        (row["name"], row["title"], partial(content_of, stored[row["file"]])) for row in found.contents
    ]
    told = frame(item.decision.programme)
    kept_back = "có" if found.with_restricted else "không có"
    head = told | {
        "parent": "", "agency": told["committee"],
        "subject": f"Hồ sơ đề nghị đánh giá, phân hạng sản phẩm OCOP 5 sao: {item.printed['product']}",
        "lead": f"Giao cho {found.to}; {kept_back} giấy tờ hạn chế xem. Mã băm của danh mục: {found.sha256}.",
    }  # fmt: skip
    name = f"ho-so-gui-bo-{slugify_vi(item.printed['product'])}.zip"
    return sent(in_vietnamese(with_contents(files, head, at=found.at)), name, found.at)


@require_safe
def letter_docx(request: PersonRequest, key: UUID, pk: int) -> HttpResponse:
    """The letter to the ministry to edit."""
    item = find_item(request.who, key, pk)
    see_package(request.who, item)
    ensure(refuse_prepare(request.who))
    data = proposal_data(item, Proposal.objects.filter(decision_item=item).first())
    return as_word(proposal_docx(data, request.who.at), "cong-van-de-nghi.docx")

"""The list of chains, the page where one is looked after, and the page of its words."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from ocop.casework.tourism import about
from ocop.casework.tourism.acts import ABOUT_A_CHAIN, AGREE_NAME, OPEN_CHAIN, TAKE_BACK_NAME
from ocop.casework.tourism.lists import ChainTable, ShowFilter
from ocop.casework.tourism.models import Chain, NameConsent
from ocop.casework.tourism.pages.words import edit_words
from ocop.casework.tourism.permissions import refuse_keep_chain, refuse_list_of_officers
from ocop.casework.tourism.selectors import named
from ocop.foundation.accounts.requests import PersonRequest
from ocop.foundation.acts import address_of, buttons
from ocop.foundation.documents.exports import as_xlsx
from ocop.foundation.refusals import ensure
from ocop.foundation.ui.lists import ListView
from ocop.registers.programme.selectors import current


class ChainList(ListView):
    """Pages of links in the place of one's office."""

    table_class = ChainTable
    filterset_class = ShowFilter
    heading = _("Trang chuỗi giá trị")
    lead = _("Mỗi liên kết đã ký có thể có một trang công khai, từ hộ trồng đến nơi bán.")
    empty_title = _("Chưa có trang chuỗi nào")
    add_label = _("Làm trang chuỗi")
    exporter = as_xlsx
    export_name = "chuoi-gia-tri"

    def get_queryset(self) -> Any:
        """What the person may see."""
        who = self.request.who
        ensure(refuse_list_of_officers(who))
        if (programme := current()) is not None:
            self.add_url = address_of(OPEN_CHAIN, programme)
        return Chain.objects.visible_to(who.person, who.at).select_related("place")


@require_safe
def detail(request: PersonRequest, slug: str) -> HttpResponse:
    """Who is bound, who is named in public and by which consent, what one may do."""
    who = request.who
    chain = about.find_chain(who, slug)
    about.see(who, chain)
    may_keep = refuse_keep_chain(who, chain) is None
    rows = named(chain)
    consents = {
        one.party_id: one
        for one in NameConsent.objects.filter(party__activity=chain.link_id, withdrawn_at=None)
    }
    for party, _is_named in rows:
        party.activity = chain.link
        if party.pk in consents:
            consents[party.pk].party = party
    context = {
        **about.head(chain),
        "chain": chain,
        "may_keep": may_keep,
        "buttons": buttons(ABOUT_A_CHAIN, who, chain),
        "beside": buttons([AGREE_NAME], who, chain) if may_keep else [],
        "rows": [
            (party, is_named, consents.get(party.pk), _take_back(consents.get(party.pk)))
            for party, is_named in rows
        ],
    }
    return render(request, "tourism/chain.html", context)


def _take_back(consent: NameConsent | None) -> str:
    return address_of(TAKE_BACK_NAME, consent) if consent else ""


def edit(request: PersonRequest, slug: str) -> HttpResponse:
    """The name and the words."""
    chain = about.find_chain(request.who, slug)
    about.see(request.who, chain)
    ensure(refuse_keep_chain(request.who, chain))
    return edit_words(request, chain, gettext("Sửa trang chuỗi"))

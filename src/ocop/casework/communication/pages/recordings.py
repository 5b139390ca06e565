"""Recordings at the desk: their list, and one of them."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from ocop.casework.communication import permissions
from ocop.casework.communication.about import find_recording, recording_head, see_recording
from ocop.casework.communication.acts import ABOUT_A_RECORDING
from ocop.casework.communication.labels import recording_deed
from ocop.casework.communication.lists import RecordingFilter, RecordingTable
from ocop.casework.communication.models import Recording
from ocop.casework.communication.pages.tabs import tabs
from ocop.casework.communication.rules import RecordingState
from ocop.foundation.accounts.requests import PersonRequest
from ocop.foundation.acts import buttons
from ocop.foundation.audit.selectors import history
from ocop.foundation.documents.exports import as_xlsx
from ocop.foundation.refusals import ensure
from ocop.foundation.ui.lists import ListView
from ocop.foundation.ui.parts import Happening

_KINDS = {"publish": "ok", "withdraw": "bad"}


class RecordingList(ListView):
    """The recordings that a person may hear."""

    useful_first = (Q(state=RecordingState.DRAFT), Q(state=RecordingState.PUBLISHED))
    table_class = RecordingTable
    filterset_class = RecordingFilter
    heading = _("Ghi âm hướng dẫn")
    lead = _("Lời hướng dẫn để nghe, bằng tiếng Việt, Mông, Dao, Tày; lời ghi đứng bên cạnh.")
    empty_title = _("Chưa có bản ghi âm nào")
    empty_text = _("Tải bản đầu tiên lên: cách đăng ký ý tưởng, cách chuẩn bị hồ sơ.")
    empty_label = add_label = _("Tải bản ghi âm lên")
    exporter = as_xlsx
    export_name = "ghi-am"
    template_name = "communication/list.html"

    def get_queryset(self) -> QuerySet[Recording]:
        """With whose it is, in one query."""
        who = self.request.who
        ensure(permissions.refuse_list(who))
        return Recording.objects.visible_to(who.person, who.at).select_related("place")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The button only for those who hand recordings in."""
        if permissions.refuse_record_sound(self.request.who) is None:
            self.add_url = self.empty_url = reverse("communication:recording_add")
        return super().get_context_data(**kwargs) | {"tabs": tabs("recordings")}


@require_safe
def detail(request: PersonRequest, key: UUID) -> HttpResponse:
    """How it sounds, its words, what may be done, what happened."""
    who = request.who
    recording = find_recording(who, key)
    see_recording(who, recording)
    context = {
        **recording_head(recording),
        "buttons": [one for one in buttons(ABOUT_A_RECORDING, who, recording) if one.refusal is None],
        "entries": _thread(recording),
    }
    return render(request, "communication/recording.html", context)


def _thread(recording: Recording) -> list[Happening]:
    """What happened, newest first."""
    return [
        Happening(
            recording_deed(entry.action), entry.at, entry.by_name, entry.reason, "",
            _KINDS.get(entry.action.partition(".")[2], "info"),
        )
        for entry in history(recording)
    ]  # fmt: skip

"""What buyers asked, for the producer; to officers what a producer reported."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from ocop.casework.sites.about import find_question, question_head, see_question
from ocop.casework.sites.acts import ABOUT_A_QUESTION
from ocop.casework.sites.lists import QuestionFilter, QuestionTable
from ocop.casework.sites.models import Asker, Question
from ocop.casework.sites.permissions import refuse_own_question
from ocop.foundation.accounts.requests import PersonRequest
from ocop.foundation.acts import buttons
from ocop.foundation.documents.exports import as_xlsx
from ocop.foundation.ui.lists import ListView


class QuestionList(ListView):
    """Those to the own producers; of their ground to officers, where a producer reported them."""

    table_class = QuestionTable
    filterset_class = QuestionFilter
    heading = _("Người mua hỏi")
    lead = _("Chỉ chủ thể đọc được. Câu trả lời không hiện công khai.")
    empty_title = _("Chưa có câu hỏi nào")
    empty_text = _("Người mua hỏi từ trang công khai của sản phẩm, không cần tài khoản.")

    exporter = as_xlsx
    export_name = "cau-hoi"

    def get_queryset(self) -> Any:
        """What the person may see."""
        who = self.request.who
        return Question.objects.visible_to(who.person, who.at).select_related("product")


@require_safe
def question(request: PersonRequest, key: UUID) -> HttpResponse:
    """What was asked and answered; how to reach who asked is for the producer's people alone."""
    who = request.who
    found = find_question(who, key)
    see_question(who, found)
    is_own = refuse_own_question(who, found) is None
    offered = buttons(ABOUT_A_QUESTION, who, found)
    context = question_head(found) | {
        "buttons": [one for one in offered if one.refusal is None],
        "asker": Asker.objects.filter(question=found).first() if is_own else None,
    }
    return render(request, "sites/question.html", context)

"""One's own ideas."""

from __future__ import annotations

from typing import Any

from django.urls import reverse_lazy
from django.utils.translation import gettext_lazy as _

from ocop.casework.ideas.lists import IdeaFilter, IdeaTable
from ocop.casework.ideas.models import Idea, IdeaQuerySet
from ocop.foundation.documents.exports import as_xlsx
from ocop.foundation.ui.lists import ListView


class OwnIdeas(ListView):
    """The ideas that the person wrote down, and those of the person's producers."""

    table_class = IdeaTable
    filterset_class = IdeaFilter
    heading = _("Ý tưởng của tôi")
    lead = _("Ý tưởng được duyệt thì thành sản phẩm và hồ sơ, không phải ghi lại.")
    empty_title = _("Chưa có ý tưởng nào")
    empty_text = _("Chỉ cần tên, xã và nguyên liệu; khoảng mười phút trên điện thoại.")
    empty_url: Any = reverse_lazy("ideas:new")
    add_url: Any = empty_url
    empty_label = add_label = _("Đăng ký ý tưởng")
    exporter = as_xlsx
    export_name = "y-tuong-cua-toi"

    def get_queryset(self) -> IdeaQuerySet:
        """Own ideas with what the table shows."""
        who = self.request.who
        return Idea.objects.own(who.person, who.at).with_names()

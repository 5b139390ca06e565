"""What villages, routes and chains share: written by somebody, shown to everyone as it was last shown."""

from __future__ import annotations

from datetime import datetime
from typing import Any, ClassVar, TypeVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from ocop.casework.support.models.visible import inside, places_of, reads_everything
from ocop.casework.tourism.labels import state_choices
from ocop.casework.tourism.states import ShowState
from ocop.foundation.places.models import Place
from ocop.foundation.search.models import SearchField

M = TypeVar("M", bound=models.Model)


class ShowQuerySet(models.QuerySet[M]):
    """Reads of what is shown."""

    def visible_to(self, person: Any, at: datetime) -> ShowQuerySet[M]:
        """Those in the place of the person's office."""
        if not getattr(person, "is_active", False):
            return self.none()
        if reads_everything(person, at):
            return self
        places = places_of(person, at)
        return self.filter(self._of_owner(person, at) | Q(place__in=inside(places)))

    def _of_owner(self, person: Any, at: datetime) -> Q:
        return Q(pk__in=())

    def on_show(self) -> ShowQuerySet[M]:
        """Those that everyone sees."""
        return self.filter(state=ShowState.PUBLISHED)


class Showing(models.Model):
    """The columns are what is being written; `shown` is what everyone sees, frozen when it was last shown."""

    slug = models.SlugField(_("địa chỉ trang"), max_length=120, unique=True)
    name = models.CharField(_("tên"), max_length=120)
    place = models.ForeignKey(Place, models.PROTECT, related_name="+", verbose_name=_("xã"))
    state = models.CharField(
        _("trạng thái"), max_length=10, choices=state_choices, default=ShowState.DRAFT.value
    )
    shown = models.JSONField(_("nội dung đang hiện"), default=dict, editable=False)
    live_since = models.DateTimeField(_("hiện lần đầu"), null=True, blank=True)
    changed_at = models.DateTimeField(_("đổi lần cuối"), null=True, blank=True)
    created_at = models.DateTimeField(_("lập lúc"))
    is_illustration = models.BooleanField(_("minh hoạ"), default=False)
    found_by: ClassVar = ("name",)
    search_text = SearchField()

    class Meta:
        abstract = True
        ordering: ClassVar = ["name", "pk"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(state="draft", live_since__isnull=True)
                | (~Q(state="draft") & Q(live_since__isnull=False, changed_at__isnull=False)),
                name="tourism_%(class)s_shown_since",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def contents(self) -> dict[str, Any]:
        """All that is being written, as it would be shown now."""
        raise NotImplementedError

    @property
    def has_unshown(self) -> bool:
        """Whether something was changed since it was last shown."""
        return self.state == ShowState.PUBLISHED and self.contents() != self.shown

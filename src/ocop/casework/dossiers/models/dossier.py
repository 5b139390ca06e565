"""A dossier: what the producer writes in forms 01 and 02, and where it stands."""

from __future__ import annotations

import uuid
from datetime import date
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ocop.casework.dossiers.labels import kind_choices, outcome_choices, state_choices
from ocop.casework.dossiers.models.visible import DossierQuerySet
from ocop.casework.dossiers.rules import DossierKind, Outcome
from ocop.casework.dossiers.rules.law import LawStanding, law_standing
from ocop.casework.dossiers.rules.levels import first_council, intake_level
from ocop.casework.dossiers.states import EDITABLE, OPEN, WORKFLOW, DossierState, Holder, holder
from ocop.casework.ideas.models import Idea
from ocop.foundation.accounts.labels import level_choices
from ocop.foundation.accounts.rules import Level
from ocop.foundation.places.models import Place
from ocop.foundation.search.models import SearchField
from ocop.foundation.ui.ordering import OrderIndex
from ocop.registers.products.models import Product, Recognition

_NEVER_SENT = [DossierState.DRAFT, DossierState.WITHDRAWN]
_WITH_COMMUNE = [DossierState.SUBMITTED, DossierState.RECEIVED]
_BEFORE_PROPOSAL = [*_NEVER_SENT, *_WITH_COMMUNE, DossierState.RETURNED, DossierState.EXCLUDED]
_BEFORE_ACCEPTANCE = [*_BEFORE_PROPOSAL, DossierState.PROPOSED]

_DESK = ("id", "commune", "state")


class Dossier(models.Model):
    """One product's application to be evaluated once.
    Columns are the questions of forms 01 and 02 of annex III.
    """

    workflow: ClassVar = WORKFLOW
    draft_states: ClassVar = EDITABLE
    draft_columns: ClassVar = (
        "contact_name", "contact_title", "contact_phone", "contact_email", "samples_offered",
        "declared_papers", "exemptions", "has_story", "business_results_materials",
        "business_results_quality", "business_results_markets", "business_results_figures",
        "production_plan", "declared_true", "updated_at",
    )  # fmt: skip

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    product = models.ForeignKey(Product, models.PROTECT, related_name="dossiers", verbose_name=_("sản phẩm"))
    idea = models.OneToOneField(
        Idea, models.PROTECT, null=True, blank=True, related_name="dossier", verbose_name=_("ý tưởng")
    )
    kind = models.CharField(
        _("lần đánh giá"), max_length=10, choices=kind_choices, default=DossierKind.FIRST.value
    )
    # of a re-evaluation or an upgrade: the recognition that it is about, and the dossier evaluated before it
    recognition = models.ForeignKey(
        Recognition, models.PROTECT, null=True, blank=True, related_name="dossiers",
        verbose_name=_("công nhận hiện có"),
    )  # fmt: skip
    former = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="later", verbose_name=_("hồ sơ lần trước")
    )
    regulation_code = models.CharField(_("văn bản quy định"), max_length=40)
    set_number = models.PositiveSmallIntegerField(_("bộ sản phẩm"))
    commune = models.ForeignKey(
        Place, models.PROTECT, related_name="dossiers", verbose_name=_("xã tiếp nhận")
    )
    level = models.CharField(
        _("cấp đang đánh giá"), max_length=12, choices=level_choices, default=Level.PROVINCE.value
    )
    state = models.CharField(
        _("trạng thái"), max_length=12, choices=state_choices, default=DossierState.DRAFT.value
    )
    # since when it has been in its state: written by each move; empty while none was made
    state_at = models.DateTimeField(null=True, editable=False)
    outcome = models.CharField(_("kết quả"), max_length=24, choices=outcome_choices, blank=True)

    # form 01
    contact_name = models.CharField(_("người liên hệ"), max_length=120, blank=True)
    contact_title = models.CharField(_("chức vụ"), max_length=120, blank=True)
    contact_phone = models.CharField(_("điện thoại"), max_length=30, blank=True)
    contact_email = models.EmailField(_("thư điện tử"), blank=True)
    samples_offered = models.PositiveSmallIntegerField(_("số sản phẩm mẫu gửi kèm"), null=True, blank=True)
    # form 02, parts I, II and IV
    declared_papers = models.JSONField(_("giấy tờ đã có"), default=list, blank=True)
    exemptions = models.JSONField(_("giấy tờ không thuộc diện phải có"), default=dict, blank=True)
    has_story = models.BooleanField(_("sản phẩm có câu chuyện"), default=False)
    business_results_materials = models.TextField(_("vùng nguyên liệu, công nghệ"), blank=True)
    business_results_quality = models.TextField(_("thay đổi về chất lượng, bao bì"), blank=True)
    business_results_markets = models.TextField(_("thị trường"), blank=True)
    business_results_figures = models.TextField(_("doanh thu, lợi nhuận"), blank=True)
    production_plan = models.TextField(_("kế hoạch sản xuất, kinh doanh"), blank=True)
    declared_true = models.BooleanField(_("cam đoan đúng sự thật"), default=False)

    registration_no = models.CharField(_("phiếu số"), max_length=40, blank=True)
    created_at = models.DateTimeField(_("mở lúc"))
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("người mở")
    )
    updated_at = models.DateTimeField(_("sửa lúc"))
    submitted_at = models.DateTimeField(_("nộp lần đầu lúc"), null=True, blank=True)
    received_at = models.DateTimeField(_("tiếp nhận lúc"), null=True, blank=True)
    # empty where the law sets the office no period; an invariant of `config` asks for it elsewhere
    commune_due_on = models.DateField(_("hạn của xã"), null=True, blank=True)
    proposed_at = models.DateTimeField(_("đề nghị lúc"), null=True, blank=True)
    accepted_at = models.DateTimeField(_("tỉnh nhận lúc"), null=True, blank=True)
    # of a re-evaluation: filed after its window; the last day of the result (article 7(6)(a) and (g))
    filed_late = models.BooleanField(_("nộp muộn"), default=False)
    result_due_on = models.DateField(_("hạn có kết quả"), null=True, blank=True)
    found_by: ClassVar = ("registration_no",)
    search_text = SearchField()

    objects = DossierQuerySet.as_manager()

    class Meta:
        verbose_name = _("hồ sơ")
        verbose_name_plural = _("hồ sơ")
        ordering: ClassVar = ["-updated_at", "-pk"]
        indexes: ClassVar = [
            models.Index(fields=["commune", "state"], name="dossiers_commune_state"),
            models.Index(fields=["state", "commune_due_on", "id", "commune"], name="dossiers_state_due"),
            # the desk in its orders, with what says whose it is, so that no row is read for those passed over
            OrderIndex(fields=["commune_due_on", "submitted_at", *_DESK], name="dossiers_desk_due"),
            OrderIndex(fields=["submitted_at", *_DESK], name="dossiers_desk_filed"),
            models.Index(fields=["-updated_at", "-id"], name="dossiers_changed"),
            # what forecasts count of those under way, and who filed when
            models.Index(
                fields=["product", "kind", "state", "state_at", "created_at", "commune", "submitted_at"],
                condition=Q(state__in=sorted(OPEN)),
                name="dossiers_under_way",
            ),
            models.Index(fields=["product", "submitted_at", "state"], name="dossiers_filed"),
            models.Index(
                fields=["result_due_on", "id", "commune", "state"],
                condition=Q(result_due_on__isnull=False),
                name="dossiers_result_due",
            ),
        ]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["product"], condition=Q(state__in=sorted(OPEN)), name="dossiers_one_open_per_product"
            ),
            models.UniqueConstraint(
                fields=["registration_no"],
                condition=~Q(registration_no=""),
                name="dossiers_registration_no_once",
            ),
            models.CheckConstraint(
                condition=Q(state__in=sorted(_NEVER_SENT)) | Q(submitted_at__isnull=False),
                name="dossiers_filed_has_moment",
            ),
            models.CheckConstraint(
                condition=Q(state__in=sorted(_BEFORE_PROPOSAL))
                | Q(proposed_at__isnull=False, received_at__isnull=False),
                name="dossiers_proposed_has_moment",
            ),
            models.CheckConstraint(
                condition=Q(state__in=sorted(_BEFORE_ACCEPTANCE)) | Q(accepted_at__isnull=False),
                name="dossiers_accepted_has_moment",
            ),
            models.CheckConstraint(
                condition=Q(state=DossierState.CONCLUDED) & ~Q(outcome="")
                | Q(state=DossierState.EXCLUDED, outcome=Outcome.EXCLUDED)
                | ~Q(state__in=[DossierState.CONCLUDED, DossierState.EXCLUDED]) & Q(outcome=""),
                name="dossiers_outcome_at_the_end",
            ),
            models.CheckConstraint(
                condition=~Q(kind=DossierKind.FIRST)
                | Q(recognition__isnull=True, former__isnull=True, filed_late=False),
                name="dossiers_first_renews_nothing",
            ),
        ]

    def __str__(self) -> str:
        return f"Hồ sơ {self.product.name}"

    def get_absolute_url(self) -> str:
        """The dossier's own page."""
        return reverse("dossiers:detail", args=[self.key])

    @property
    def is_again(self) -> bool:
        """Whether it is about a product that is recognised already: a re-evaluation or an upgrade."""
        return self.kind != DossierKind.FIRST

    @property
    def is_editable(self) -> bool:
        """Whether the producer may write in it now."""
        return self.state in EDITABLE

    @property
    def holder(self) -> Holder:
        """Who must make the next step."""
        return holder(self.state)

    def council_level(self, day: date) -> Level:
        """Whose council evaluates first a dossier that is filed on this day."""
        return first_council(self.law_on(day).answer.stages, has_district=self._has_district(day))

    def intake_level(self, day: date) -> Level:
        """Which level receives and checks the dossier on a day."""
        return intake_level(self.law_on(day).answer.stages, has_district=self._has_district(day))

    def level_on(self, day: date) -> Level:
        """The level that has it in hand after the check; the province where the district has ended since."""
        level = Level(self.level)
        return Level.PROVINCE if level == Level.DISTRICT and not self._has_district(day) else level

    def _has_district(self, day: date) -> bool:
        above = self.commune.parent
        return above is not None and above.level == Level.DISTRICT and above.stands(day)

    def law_on(self, day: date) -> LawStanding:
        """How the dossier stands towards the law on a day (article 12(2))."""
        filed_on = timezone.localdate(self.submitted_at) if self.submitted_at else None
        return law_standing(self.regulation_code, self.kind, filed_on, day)


class Answer(models.Model):
    """The producer's answer to one criterion;
    `is_answered` with an empty choice means that no option is reached.
    """

    unvouched: ClassVar = ("*",)  # a draft: what is handed in stands in the submission

    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="answers")
    criterion = models.CharField(_("tiêu chí"), max_length=20)
    choice = models.JSONField(_("mức chọn"), null=True, blank=True)
    is_answered = models.BooleanField(_("đã trả lời"), default=False)
    description = models.TextField(_("mô tả"), blank=True)
    updated_at = models.DateTimeField(_("sửa lúc"))

    class Meta:
        verbose_name = _("câu trả lời")
        verbose_name_plural = _("câu trả lời")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["dossier", "criterion"], name="dossiers_answer_once"),
        ]

    def __str__(self) -> str:
        return f"{self.criterion}: {self.choice}"

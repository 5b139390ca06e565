"""What the acts of this package are about: a producer without a site, a site, one of its links, a product."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext as _

from ocop.casework.sites.labels import STATE_KINDS, question_chip, state_word
from ocop.casework.sites.models import BuyLink, Question, Site, SitePhoto
from ocop.casework.sites.states import SiteState
from ocop.foundation.accounts.who import Who
from ocop.foundation.acts import Matter
from ocop.foundation.ui.rows import the_one
from ocop.registers.producers.models import Producer
from ocop.registers.products.models import Product

PLACES = "producer__commune__parent__parent"


def find_producer(_who: Who, slug: str) -> Producer:
    """The producer of this address."""
    return _or_none(the_one(Producer.objects.with_places().filter(slug=slug)), _("Không có chủ thể này."))


def see_producer(who: Who, producer: Producer) -> None:
    """One of others is not there."""
    if not Producer.objects.visible_to(who.person, who.at).filter(pk=producer.pk).exists():
        raise Http404(_("Không có chủ thể này."))


def find_site(_who: Who, slug: str) -> Site:
    """The site of the producer of this address."""
    rows = Site.objects.select_related(PLACES).filter(producer__slug=slug)
    return _or_none(the_one(rows), _("Chủ thể này chưa có trang."))


def see_site(who: Who, site: Site) -> None:
    """One of others is not there."""
    see_producer(who, site.producer)


def find_link(_who: Who, key: UUID) -> BuyLink:
    """The link of this address, unless it was taken away."""
    rows = BuyLink.objects.select_related(f"site__{PLACES}", "product").filter(key=key, is_withdrawn=False)
    return _or_none(the_one(rows), _("Không có nơi bán này."))


def see_link(who: Who, link: BuyLink) -> None:
    """One of others is not there."""
    see_producer(who, link.site.producer)


def find_photo(_who: Who, slug: str, pk: int) -> SitePhoto:
    """A photograph of the gallery, unless it was taken away."""
    rows = SitePhoto.objects.select_related(f"site__{PLACES}", "file")
    return _or_none(
        the_one(rows.filter(site__producer__slug=slug, pk=pk, is_withdrawn=False)), _("Không có ảnh này.")
    )


def see_photo(who: Who, photo: SitePhoto) -> None:
    """One of others is not there."""
    see_producer(who, photo.site.producer)


def find_product(_who: Who, slug: str) -> Product:
    """The product of this address."""
    rows = Product.objects.select_related("sale", PLACES).filter(slug=slug)
    return _or_none(the_one(rows), _("Không có sản phẩm này."))


def see_product(who: Who, product: Product) -> None:
    """One of others is not there."""
    see_producer(who, product.producer)


def find_question(_who: Who, key: UUID) -> Question:
    """The question of this address, until it is deleted."""
    rows = Question.objects.select_related(PLACES, "product", "asker").filter(key=key)
    return _or_none(the_one(rows), _("Không có câu hỏi này, hoặc đã hết hạn giữ."))


def see_question(who: Who, question: Question) -> None:
    """One to others is not there, unless they reported it to the office."""
    if not Question.objects.visible_to(who.person, who.at).filter(pk=question.pk).exists():
        raise Http404(_("Không có câu hỏi này, hoặc đã hết hạn giữ."))


def question_head(question: Question) -> dict[str, Any]:
    """What the head of every page about a question says."""
    stage, kind = question_chip(question)
    return {
        "question": question, "name": question.product.name, "kicker": _("Người mua hỏi"),
        "stage": stage, "stage_kind": kind,
    }  # fmt: skip


def _or_none(found: Any, sentence: str) -> Any:
    if found is None:
        raise Http404(sentence)
    return found


def head(site: Site) -> dict[str, Any]:
    """What the head of every page about a site says."""
    state = SiteState(site.state)
    return {
        "site": site,
        "name": site.producer.name,
        "kicker": _("Trang của chủ thể"),
        "stage": state_word(state),
        "stage_kind": STATE_KINDS[state],
    }


PRODUCER = Matter(
    space="sites", address="trang-web/<slug:slug>/", find=find_producer,
    keys=lambda producer: {"slug": producer.slug},
    back=Producer.get_absolute_url,
    head=lambda producer: {"name": producer.name}, see=see_producer,
)  # fmt: skip
SITE = Matter(
    space="sites", address="trang-web/<slug:slug>/", find=find_site,
    keys=lambda site: {"slug": site.producer.slug},
    back=Site.get_absolute_url, head=head, see=see_site,
)  # fmt: skip
LINK = Matter(
    space="sites", address="trang-web/noi-ban/<uuid:key>/", find=find_link,
    keys=lambda link: {"key": link.key},
    back=lambda link: link.site.get_absolute_url(),
    head=lambda link: {"name": link.site.producer.name, "details": [(_("Địa chỉ"), link.url)]}, see=see_link,
)  # fmt: skip
PHOTO = Matter(
    space="sites", address="trang-web/<slug:slug>/anh/<int:pk>/", find=find_photo,
    keys=lambda photo: {"slug": photo.site.producer.slug, "pk": photo.pk},
    back=lambda photo: photo.site.get_absolute_url(),
    head=lambda photo: {"name": photo.site.producer.name}, see=see_photo,
)  # fmt: skip
PRODUCT = Matter(
    space="sites", address="san-pham-cua-toi/<slug:slug>/", find=find_product,
    keys=lambda product: {"slug": product.slug},
    back=lambda product: reverse("products:detail", args=[product.slug]),
    head=lambda product: {"name": product.name}, see=see_product,
)  # fmt: skip
QUESTION = Matter(
    space="sites", address="hoi-dap/<uuid:key>/", find=find_question,
    keys=lambda question: {"key": question.key}, back=Question.get_absolute_url,
    head=question_head, see=see_question,
)  # fmt: skip

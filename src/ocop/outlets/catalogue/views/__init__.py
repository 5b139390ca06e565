"""Public pages. None reads or sets a cookie."""

from ocop.outlets.catalogue.views.checking import check, check_form
from ocop.outlets.catalogue.views.engines import robots, sitemap
from ocop.outlets.catalogue.views.helping import help_of, help_page
from ocop.outlets.catalogue.views.listening import listen
from ocop.outlets.catalogue.views.news import guidance, guidance_page, news, news_page
from ocop.outlets.catalogue.views.pages import accessibility, home, producer
from ocop.outlets.catalogue.views.product import product, share_image
from ocop.outlets.catalogue.views.results import (
    decision_pdf,
    results,
    results_csv,
    results_of,
    results_xlsx,
)
from ocop.outlets.catalogue.views.search import products
from ocop.outlets.catalogue.views.site import site_export, site_preview, site_qr

__all__ = [
    "accessibility",
    "check",
    "check_form",
    "decision_pdf",
    "guidance",
    "guidance_page",
    "help_of",
    "help_page",
    "home",
    "listen",
    "news",
    "news_page",
    "producer",
    "product",
    "products",
    "results",
    "results_csv",
    "results_of",
    "results_xlsx",
    "robots",
    "share_image",
    "site_export",
    "site_preview",
    "site_qr",
    "sitemap",
]

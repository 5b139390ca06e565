"""Public pages. None reads or sets a cookie."""

from ocop.outlets.catalogue.views.checking import check, check_form
from ocop.outlets.catalogue.views.engines import robots, sitemap
from ocop.outlets.catalogue.views.pages import home, producer, product
from ocop.outlets.catalogue.views.search import products

__all__ = ["check", "check_form", "home", "producer", "product", "products", "robots", "sitemap"]

"""Addresses for search engines, which have no language."""

from django.urls import path

from ocop.outlets.catalogue import views
from ocop.outlets.catalogue.views import feeds

app_name = "site"
urlpatterns = [
    path("robots.txt", views.robots, name="robots"),
    path("sitemap.xml", views.sitemap, name="sitemap"),
    path("du-lieu/openapi.json", feeds.openapi, name="feeds_openapi"),
    path("du-lieu/san-pham.csv", feeds.products_csv, name="products_csv"),
    path("du-lieu/san-pham.geojson", feeds.products_geojson, name="products_geojson"),
    path("du-lieu/san-pham.jsonld", feeds.products_jsonld, name="products_jsonld"),
    path("du-lieu/san-pham-google.xml", feeds.products_merchant, name="products_merchant"),
    path("du-lieu/<slug:slug>/san-pham.csv", feeds.producer_csv, name="producer_csv"),
    path("du-lieu/<slug:slug>/san-pham-google.xml", feeds.producer_merchant, name="producer_merchant"),
    path("tin-tuc/atom.xml", feeds.news_atom, name="news_atom"),
    path("01/<str:gtin>", feeds.digital_link, name="digital_link"),
    path("huy-hieu/<slug:slug>.svg", feeds.badge, name="badge"),
]

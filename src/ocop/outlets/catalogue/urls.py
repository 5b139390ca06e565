"""Addresses of the public site, in both languages."""

from django.urls import path, re_path
from django.views.decorators.cache import cache_control

from ocop.outlets.catalogue import views
from ocop.outlets.catalogue.travel.urls import urlpatterns as travel

app_name = "catalogue"
kept = cache_control(public=True, max_age=60)
"""A page that proxies and CDNs may hold for a minute: nothing in it is of whoever looks."""
urlpatterns = [
    path("", kept(views.home), name="home"),
    path("tiep-can/", kept(views.accessibility), name="accessibility"),
    path("san-pham/", kept(views.products), name="products"),
    path("san-pham/<slug:slug>/", kept(views.product), name="product"),
    path("san-pham/<slug:slug>/anh-chia-se.jpg", views.share_image, name="share_picture"),
    path("chu-the/<slug:slug>/", kept(views.producer), name="producer"),
    path("trang-web/<slug:slug>/xem-truoc/", views.site_preview, name="site_preview"),
    path("trang-web/<slug:slug>/ma-qr.svg", views.site_qr, name="site_qr"),
    path("trang-web/<slug:slug>/trang.zip", views.site_export, name="site_export"),
    *travel,
    path("tin-tuc/", kept(views.news), name="news"),
    path("tin-tuc/<slug:slug>/", kept(views.news_page), name="news_page"),
    path("huong-dan/", kept(views.guidance), name="guidance"),
    path("huong-dan/<slug:slug>/", kept(views.guidance_page), name="guidance_page"),
    path("nghe/", kept(views.listen), name="listen"),
    path("tro-giup/", kept(views.help_page), name="help"),
    path("tro-giup/<slug:role>/", kept(views.help_of), name="help_of"),
    path("ket-qua-danh-gia/", kept(views.results), name="results"),
    path("ket-qua-danh-gia/<int:year>/<int:turn>/", kept(views.results_of), name="results_of"),
    path("ket-qua-danh-gia/<int:year>/<int:turn>.xlsx", kept(views.results_xlsx), name="results_xlsx"),
    path("ket-qua-danh-gia/<int:year>/<int:turn>.csv", kept(views.results_csv), name="results_csv"),
    path("ket-qua-danh-gia/quyet-dinh/<uuid:key>.pdf", kept(views.decision_pdf), name="decision_pdf"),
    path("xac-minh/", kept(views.check_form), name="check_form"),
    path("xac-minh/<str:code>/", views.check, name="check"),
    # what QR codes hold; capitals make a smaller QR code
    re_path(r"^[vV]/(?P<code>[^/]+)/?$", views.check, name="check_short"),
]

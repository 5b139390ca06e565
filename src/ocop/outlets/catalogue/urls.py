"""Addresses of the public site, in both languages."""

from django.urls import path, re_path

from ocop.outlets.catalogue import views

app_name = "catalogue"
urlpatterns = [
    path("", views.home, name="home"),
    path("san-pham/", views.products, name="products"),
    path("san-pham/<slug:slug>/", views.product, name="product"),
    path("san-pham/<slug:slug>/anh-chia-se.jpg", views.share_image, name="share_picture"),
    path("chu-the/<slug:slug>/", views.producer, name="producer"),
    path("trang-web/<slug:slug>/xem-truoc/", views.site_preview, name="site_preview"),
    path("trang-web/<slug:slug>/ma-qr.svg", views.site_qr, name="site_qr"),
    path("trang-web/<slug:slug>/trang.zip", views.site_export, name="site_export"),
    path("tin-tuc/", views.news, name="news"),
    path("tin-tuc/<slug:slug>/", views.news_page, name="news_page"),
    path("huong-dan/", views.guidance, name="guidance"),
    path("huong-dan/<slug:slug>/", views.guidance_page, name="guidance_page"),
    path("xac-minh/", views.check_form, name="check_form"),
    path("xac-minh/<str:code>/", views.check, name="check"),
    # what QR codes hold; capitals make a smaller QR code
    re_path(r"^[vV]/(?P<code>[^/]+)/?$", views.check, name="check_short"),
]

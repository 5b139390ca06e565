"""All that answers under the host name of a producer's site."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import path

from ocop.outlets.catalogue.views import site

handler400 = "ocop.outlets.catalogue.views.site.plain_400"
handler404 = "ocop.outlets.catalogue.views.site.plain_404"
handler500 = "ocop.outlets.catalogue.views.site.plain_500"

urlpatterns = [
    path("robots.txt", site.host_robots, name="site_host_robots"),
    *i18n_patterns(
        path("", site.host_page, name="site_host"),
        path("anh/<uuid:file_id>/<image_size:size>.webp", site.host_image, name="site_host_image"),
        prefix_default_language=False,
    ),
]

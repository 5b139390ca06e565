"""Every address. Vietnamese at the plain address, English under /en/.
What is open to all is listed in public.py.
"""

from django.conf.urls.i18n import i18n_patterns
from django.urls import URLPattern, URLResolver, include, path

handler400 = "ocop.foundation.ui.views.bad_request"
handler403 = "ocop.foundation.ui.views.forbidden"
handler404 = "ocop.foundation.ui.views.not_found"
handler500 = "ocop.foundation.ui.views.server_error"

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("ocop.outlets.api.urls")),
    path("", include("ocop.outlets.catalogue.root_urls")),
]
urlpatterns += i18n_patterns(
    path("", include("ocop.outlets.catalogue.urls")),  # first: every scan of a QR code asks for it
    path("", include("ocop.foundation.accounts.urls")),
    path("", include("ocop.foundation.notifications.urls")),
    path("", include("ocop.foundation.recovery.urls")),
    path("", include("ocop.foundation.documents.urls")),
    path("", include("ocop.foundation.exports.urls")),
    path("", include("ocop.foundation.printing.urls")),
    path("", include("ocop.foundation.places.urls")),
    path("", include("ocop.foundation.ui.urls")),
    path("", include("ocop.registers.producers.urls")),
    path("", include("ocop.registers.products.urls")),
    path("", include("ocop.registers.regulations.urls")),
    path("", include("ocop.registers.programme.urls")),
    path("", include("ocop.registers.rounds.urls")),
    path("", include("ocop.registers.recognitions.urls")),
    path("", include("ocop.registers.mergers.urls")),
    path("", include("ocop.casework.ideas.urls")),
    path("", include("ocop.casework.dossiers.urls")),
    path("", include("ocop.casework.fieldwork.urls")),
    path("", include("ocop.casework.samples.urls")),
    path("", include("ocop.casework.advisory.urls")),
    path("", include("ocop.casework.review.urls")),
    path("", include("ocop.casework.room.urls")),
    path("", include("ocop.casework.certificates.urls")),
    path("", include("ocop.casework.inspections.urls")),
    path("", include("ocop.casework.annulment.urls")),
    path("", include("ocop.casework.paperwork.urls")),
    path("", include("ocop.casework.revocation.urls")),
    path("", include("ocop.casework.objections.urls")),
    path("", include("ocop.casework.renewals.urls")),
    path("", include("ocop.casework.courses.urls")),
    path("", include("ocop.casework.support.urls")),
    path("", include("ocop.casework.sites.urls")),
    path("", include("ocop.casework.tourism.urls")),
    path("", include("ocop.casework.communication.urls")),
    path("", include("ocop.outlets.portal.urls")),
    path("", include("ocop.outlets.reports.urls")),
    prefix_default_language=False,
)

"""The application; it tells the packages below what councils mean for their dossiers, files and tables."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ReviewConfig(AppConfig):
    """See README.md."""

    name = "ocop.casework.review"
    label = "review"

    def ready(self) -> None:
        """Readers and bars of dossiers, why they were judged so, how they are taken back, readers and makers
        of minutes, what files of lists rest on, who sits on a council, when the advisory team scores and what
        its sheets give, and rows that the database keeps.
        """
        from ocop.casework.advisory.permissions import register_council
        from ocop.casework.advisory.selectors.sheets import mean_parts
        from ocop.casework.dossiers.permissions import register_bar, register_reader
        from ocop.casework.dossiers.selectors.above import register_way_back, register_why
        from ocop.casework.review import permissions
        from ocop.casework.review.papers.makers import register_makers
        from ocop.casework.review.permissions.files import MINUTES_FILES, refuse_read_minutes_file
        from ocop.casework.review.selectors.advice import tally_has_begun, team_scores_first
        from ocop.casework.review.selectors.compared import register_points
        from ocop.casework.review.selectors.desks import withdrawal_url
        from ocop.casework.review.selectors.why import why_of_dossier
        from ocop.foundation.audit import guards
        from ocop.foundation.documents import access
        from ocop.foundation.exports import grounds
        from ocop.foundation.recovery.permissions import register_duty

        register_reader(permissions.reads_dossier)
        register_bar(permissions.is_kept_from)
        register_why(why_of_dossier)
        register_way_back(withdrawal_url)
        register_duty(permissions.holds_seat)
        register_council(team_scores_first, tally_has_begun)
        register_points("advisory", _("Tổ tư vấn chấm"), mean_parts)
        register_makers()
        access.register(MINUTES_FILES, refuse_read_minutes_file)
        grounds.register("seat", permissions.seat_ids)
        guards.protect("review_scoresheet", when="OLD.state = 'sealed'")
        guards.protect("review_agendaitem", when="OLD.state IN ('closed', 'excluded', 'withdrawn')")
        guards.protect("review_correction", when="OLD.state <> 'asked'")
        for table in ("resolution", "minutescorrection", "earlierresult", "ruling", "attendancemark", "vote"):
            guards.protect(f"review_{table}")

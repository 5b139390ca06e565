"""The application."""

from django.apps import AppConfig


class DossiersConfig(AppConfig):
    """See README.md."""

    name = "ocop.casework.dossiers"
    label = "dossiers"

    def ready(self) -> None:
        """Tells the foundation who may read the files of dossiers, the register which products are being
        judged, the page of an idea which dossier was made of it, and days off which last days they move.
        """
        from ocop.casework.dossiers import permissions
        from ocop.casework.dossiers.selectors.from_idea import made_of
        from ocop.casework.dossiers.writes import recount_due
        from ocop.casework.dossiers.writes.placing import take_along
        from ocop.casework.ideas.selectors import register_made
        from ocop.registers.mergers.writes import register_placed
        from ocop.registers.programme.selectors.days_off import register_due

        register_due(recount_due)
        register_made(made_of)
        permissions.register_files()
        permissions.register_products()
        register_placed(take_along)

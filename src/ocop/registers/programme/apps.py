"""The application."""

from django.apps import AppConfig


class ProgrammeConfig(AppConfig):
    """See README.md."""

    name = "ocop.registers.programme"
    label = "programme"

    def ready(self) -> None:
        """Tells the page frame about the programme, the foundation who reads the files of plans, and
        producers in which province they are; days are counted by what operators have entered too.
        """
        from ocop.foundation.ui.middleware import tell_as
        from ocop.kernel.calendar import UnknownYear, know_more
        from ocop.registers.producers.selectors import register_province
        from ocop.registers.programme import shell
        from ocop.registers.programme.permissions.days_off import tell_unknown_year
        from ocop.registers.programme.permissions.files import register_files
        from ocop.registers.programme.selectors import province_code
        from ocop.registers.programme.selectors.days_off import table_today

        shell.register()
        register_files()
        register_province(province_code)
        know_more(table_today)
        tell_as(UnknownYear, tell_unknown_year)

"""The application; it tells the foundation who reads its files and which rows never change."""

from django.apps import AppConfig


class InspectionsConfig(AppConfig):
    """See README.md."""

    name = "ocop.casework.inspections"
    label = "inspections"

    def ready(self) -> None:
        """Reads the weights strictly; readers of files, makers of papers; issued plans and what was concluded
        stay as they are.
        """
        from ocop.casework.inspections.papers.makers import register_makers
        from ocop.casework.inspections.permissions import register_files
        from ocop.casework.inspections.rules.weights import weights
        from ocop.foundation.audit import guards

        weights()
        register_files()
        register_makers()
        guards.protect("inspections_inspectionplan", when="OLD.state = 'issued'")
        guards.protect("inspections_inspection", when="OLD.state = 'concluded' AND OLD.file_id IS NOT NULL")
        guards.protect("inspections_finding")

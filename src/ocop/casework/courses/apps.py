"""The application; what it shows and counts of an activity, it tells `support` at the start."""

from django.apps import AppConfig


class CoursesConfig(AppConfig):
    """See README.md."""

    name = "ocop.casework.courses"
    label = "courses"

    def ready(self) -> None:
        """Readers of what is handed out; the part of an activity's page, what it says was done, who came."""
        from ocop.casework.courses.labels import DEEDS
        from ocop.casework.courses.permissions import register_material_files
        from ocop.casework.courses.selectors import people_counted, section_of, taught
        from ocop.casework.support.labels.acts import register_deeds
        from ocop.casework.support.models.visible import register_concern
        from ocop.casework.support.selectors.above import register_people, register_section

        register_material_files()
        register_deeds(DEEDS)
        register_concern(taught)
        register_people(people_counted)
        register_section(section_of)

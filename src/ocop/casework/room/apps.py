"""The application; it leads on from a meeting's page, and says which rows never change."""

from django.apps import AppConfig


class RoomConfig(AppConfig):
    """See README.md."""

    name = "ocop.casework.room"
    label = "room"

    def ready(self) -> None:
        """Ways from the meeting; a sheet that came late stays as it came."""
        from ocop.casework.review.selectors.above import register_ways
        from ocop.casework.room.selectors.late import ways_of
        from ocop.casework.room.selectors.loads import loads_way
        from ocop.foundation.audit import guards

        register_ways(ways_of)
        register_ways(loads_way)
        guards.protect("room_latesheet")
        guards.protect("room_packload")

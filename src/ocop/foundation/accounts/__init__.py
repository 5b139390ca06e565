"""People, offices, appointments, sign-in."""

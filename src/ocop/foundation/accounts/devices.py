"""A name for a device out of what its browser says of itself,
for people to recognise their own sessions. Pure.
"""

BROWSERS = (
    ("Edg", "Edge"),
    ("coc_coc_browser", "Cốc Cốc"),
    ("OPR/", "Opera"),
    ("Zalo", "Zalo"),
    ("Firefox", "Firefox"),
    ("Chrome", "Chrome"),
    ("Safari", "Safari"),
)
SYSTEMS = (
    ("Android", "Android"),
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Windows", "Windows"),
    ("Mac OS", "macOS"),
    ("Linux", "Linux"),
)


def _first(marks: tuple[tuple[str, str], ...], user_agent: str) -> str:
    return next((name for mark, name in marks if mark in user_agent), "")


def device_name(user_agent: str) -> str:
    """“Chrome, Android”; empty where nothing is recognised.
    The full line is not kept: it is personal data.
    """
    return ", ".join(part for part in (_first(BROWSERS, user_agent), _first(SYSTEMS, user_agent)) if part)

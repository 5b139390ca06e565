"""The minutes of an inspection and the letter with its orders. State papers: always in Vietnamese."""
